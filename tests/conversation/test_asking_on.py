"""A short question behind an answer is about that answer: "how long", "is it valid"."""

from __future__ import annotations

import pytest

from bot.conversation.message import Message
from bot.conversation.reply import Turn
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from tests.conftest import NOW


def last(texts: str, knowledge: Knowledge) -> Turn:
    """The turn that answers the last of these texts."""
    session, turn = BLANK, None
    for text in texts.split("|"):
        turn = respond(Message(text, NOW), session, knowledge)
        session = turn.session
    assert turn is not None
    return turn


def card(turn: Turn) -> tuple[str, int]:
    """The topic, and the number of the card that it dealt."""
    return turn.reply, turn.parts[0].card + 1


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        ("detainer|how long", ("detainer", 3)),
        ("detainer|is it valid", ("detainer", 2)),
        ("detainer|How do I know?", ("detainer", 4)),
        ("detainer|and how much is it", ("bail-bond", 1)),
        ("bail|who pays", ("bail-bond", 5)),
        ("bail|do we get it back", ("bail-bond", 4)),
        ("notice to appear|when", ("notice-to-appear", 2)),
        ("notice to appear|what if he doesnt go", ("court-date", 2)),
        ("court date|where is it", ("court-date", 1)),
        ("where is he held|its not there", ("find-person", 2)),
        ("jackson mi|how long", ("detainer", 3)),
        ("jackson mi|how much", ("bail-bond", 1)),
        ("jackson mi|are you sure", ("wso", 1)),
        ("dekalb il|are you sure", ("not-listed", 1)),
    ],
)
def test_it_is_answered_from_what_was_just_read(
    texts: str, answer: tuple[str, int], knowledge: Knowledge
) -> None:
    assert card(last(texts, knowledge)) == answer


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        ("fiança|quem paga", ("bail-bond", 5)),
        ("caution|qui paye", ("bail-bond", 5)),
        ("piyansa|sino magbabayad", ("bail-bond", 5)),
        ("ano ang detainer|gano katagal", ("detainer", 3)),
        ("보석금|누가 내요", ("bail-bond", 5)),
        ("보석금|누가내요", ("bail-bond", 5)),
    ],
)
def test_in_portuguese_french_filipino_and_korean(
    texts: str, answer: tuple[str, int], knowledge: Knowledge
) -> None:
    assert card(last(texts, knowledge)) == answer


def test_what_is_listed_for_any_answer_deals_the_next_card(knowledge: Knowledge) -> None:
    assert card(last("visit|why", knowledge)) == ("visit", 2)
    assert card(last("bail|more|why", knowledge)) == ("bail-bond", 3)


def test_words_around_a_listed_question_do_not_hide_it(knowledge: Knowledge) -> None:
    assert card(last("detainer|ok but how long though", knowledge)) == ("detainer", 3)
    assert card(last("bail|so like who pays for that", knowledge)) == ("bail-bond", 5)


def test_more_goes_on_where_it_stood(knowledge: Knowledge) -> None:
    assert card(last("detainer|what if they keep him longer|more", knowledge)) == ("detainer", 2)
    assert card(last("detainer|is it valid|more", knowledge)) == ("detainer", 3)


def test_who_asks_more_of_the_same_gets_the_next_card(knowledge: Knowledge) -> None:
    assert card(last("bail|tell me about the bail money", knowledge)) == ("bail-bond", 2)
    assert card(last("bail|bail", knowledge)) == ("bail-bond", 1)


@pytest.mark.parametrize(
    "texts",
    [
        "how long",
        "detainer|delete|how long",
        "jackson|how long",  # which Jackson is still open
        "detainer|nice weather",
    ],
)
def test_alone_or_behind_an_open_question_it_means_nothing(
    texts: str, knowledge: Knowledge
) -> None:
    assert last(texts, knowledge).reply not in knowledge.library.topics


@pytest.mark.parametrize(
    ("texts", "reply"),
    [
        ("detainer|where can i visit him", "visit"),
        ("bail|wayne county michigan", "county-status"),
        ("detainer|they are at my door", "rights-home"),
        ("detainer|الايس بره البيت", "rights-home"),
        ("bail|ديترويت", "county-status"),
        ("detainer|stop", "stopped"),
        ("detainer|thanks", "thanks"),
    ],
)
def test_another_subject_is_heard_as_itself(texts: str, reply: str, knowledge: Knowledge) -> None:
    assert last(texts, knowledge).reply == reply


def test_thanks_and_what_was_not_understood_change_no_subject(knowledge: Knowledge) -> None:
    assert card(last("detainer|thanks|how long", knowledge)) == ("detainer", 3)
    assert card(last("detainer|nice weather|how long", knowledge)) == ("detainer", 3)
    assert card(last("detainer|who told you|how long", knowledge)) == ("detainer", 3)


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        ("lawyer|r they free", ("legal-help", 1)),
        ("detainer|how do u know", ("about", 2)),
        ("bail|can my cousin pay", ("bail-bond", 5)),
        ("papers|can she take it back", ("papers", 5)),
        ("bail|ok but who pays tho", ("bail-bond", 5)),
        ("he is sick in jail|they wont tell us", ("medical", 3)),
        ("court date|do he need a lawyer", ("legal-help", 1)),
    ],
)
def test_spellings_kin_who_does_it_and_words_around_do_not_hide_it(
    texts: str, answer: tuple[str, int], knowledge: Knowledge
) -> None:
    assert card(last(texts, knowledge)) == answer


def test_what_is_listed_goes_before_the_next_card_where_the_text_names_what_is_read(
    knowledge: Knowledge,
) -> None:
    assert card(last("scam|i already paid her", knowledge)) == ("notario", 4)
    assert card(last("detainer|how long|weekends count?", knowledge)) == ("detainer", 3)
    assert card(last("detainer|he has a hold and its been 3 days", knowledge)) == ("detainer", 5)


def test_what_explains_a_county_is_asked_on_about_as_the_county(knowledge: Knowledge) -> None:
    assert card(last("dekalb il|what does that mean|how much is it", knowledge)) == (
        "bail-bond",
        1,
    )
    assert card(last("dekalb il|what does that mean|how long", knowledge)) == ("detainer", 3)
    assert card(last("jackson mi|what does that mean|how long", knowledge)) == ("wso", 3)


def test_behind_the_list_of_legal_help_its_cards_are_dealt(knowledge: Knowledge) -> None:
    assert card(last("jackson mi|lawyer|nobody answers", knowledge)) == ("legal-help", 4)
    assert last("jackson mi|lawyer|lawyer", knowledge).contacts


def test_a_topic_read_to_its_end_says_so_and_what_else_there_is(knowledge: Knowledge) -> None:
    turn = last("visit|more|why", knowledge)
    assert [part.name for part in turn.parts] == ["no-more", "menu"]


def test_one_word_is_no_question_among_many(knowledge: Knowledge) -> None:
    turn = last("detainer|when the truck of my cousin broke", knowledge)
    assert turn.reply not in knowledge.library.topics


def test_what_was_read_before_may_still_be_asked_about(knowledge: Knowledge) -> None:
    assert card(last("detainer|does it mean deportation|who put it", knowledge)) == ("detainer", 2)
    assert card(last("jackson mi|how long|is ice there", knowledge)) == ("287g", 1)
    # A general question is about what was just read.
    assert card(last("jackson mi|detainer|why not", knowledge)) == ("detainer", 2)
    assert last("detainer|does it mean deportation|delete|who put it", knowledge).reply == "unknown"


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        ("fianza|y quién la puede pagar", ("bail-bond", 5)),
        ("tiene un hold|y si no lo sueltan", ("detainer", 5)),
        ("me llegó un notice to appear|y si no va", ("court-date", 2)),
        ("no encuentro a mi esposo|no sale nada", ("find-person", 2)),
        ("detainer|eso es legal", ("detainer", 2)),
        ("condado de jackson michigan|y cuanto sale", ("bail-bond", 1)),
    ],
)
def test_spanish_asks_on(texts: str, answer: tuple[str, int], knowledge: Knowledge) -> None:
    assert card(last(texts, knowledge)) == answer


def test_words_that_link_a_question_to_what_was_read_do_not_hide_it(knowledge: Knowledge) -> None:
    assert card(last("tiene un hold|ok pero quién lo firma entonces", knowledge)) == ("detainer", 2)


def test_a_word_of_another_topic_inside_a_question_does_not_hide_it(knowledge: Knowledge) -> None:
    assert card(last("tiene un hold|lo tiene q firmar un juez", knowledge)) == ("detainer", 2)
    assert card(last("tiene un hold|firmar", knowledge)) == ("papers", 1)


def test_a_short_question_among_many_other_words_is_not_meant(knowledge: Knowledge) -> None:
    assert last("tiene un hold|quien se comio mi sandwich", knowledge).reply == "unknown"


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        ("konte broward|konbyen kob", ("bail-bond", 1)),
        ("kosyon|kiyes ki ka peye", ("bail-bond", 5)),
        ("m bezwen yon avoka|yo pa reponn", ("legal-help", 4)),
        ("papye ice pou siyen|li siyen deja", ("papers", 5)),
        ("ice pran li|m ka al we l", ("ice-custody", 6)),
    ],
)
def test_it_is_heard_in_creole(texts: str, answer: tuple[str, int], knowledge: Knowledge) -> None:
    assert card(last(texts, knowledge)) == answer


def test_words_that_say_nothing_do_not_hide_it(knowledge: Knowledge) -> None:
    assert card(last("kosyon|men eske nap jwenn kob la papa", knowledge)) == ("bail-bond", 4)


def test_a_borrowed_term_fixes_no_language_and_a_short_question_shows_it(
    knowledge: Knowledge,
) -> None:
    turn = last("notice to appear|ki le", knowledge)
    assert (turn.language, card(turn)) == ("ht", ("notice-to-appear", 2))
    assert last("detainer|how long", knowledge).language == "en"


def test_a_general_word_in_it_gives_way_to_what_all_of_it_asks(knowledge: Knowledge) -> None:
    assert card(last("kosyon|ki bo poum ale peye l", knowledge)) == ("bail-bond", 5)


def test_what_is_like_no_topic_is_asked_of_what_was_read(knowledge: Knowledge) -> None:
    assert card(last("ice mete hold sou mari m|ki sa m pou di yo", knowledge)) == ("detainer", 4)


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        ("detainer là gì|bao lau vay", ("detainer", 3)),
        ("detainer là gì|ai ky", ("detainer", 2)),
        ("jackson mi|giu may ngay", ("detainer", 3)),
        ("jackson mi|co chac hok", ("wso", 1)),
        ("tiền tại ngoại|vậy ai đóng được vậy chị", ("bail-bond", 5)),
        ("giấy NTA|ko di thi sao", ("court-date", 2)),
        ("ICE gõ cửa|toi phai tra loi ko", ("rights-home", 4)),
        ("luật sư|ho co noi tieng viet ko", ("legal-help", 1)),
    ],
)
def test_in_vietnamese(texts: str, answer: tuple[str, int], knowledge: Knowledge) -> None:
    assert card(last(texts, knowledge)) == answer


def test_short_spellings_and_words_that_change_nothing_count_as_written(
    knowledge: Knowledge,
) -> None:
    """ "ko" is Vietnamese "không" although Filipino has a word "ko" as well."""
    for text in ("hợp pháp không", "hop phap ko", "vậy nó có hợp pháp hông", "hop phap k z"):
        assert card(last(f"detainer là gì|{text}", knowledge)) == ("detainer", 2), text


def test_what_means_something_alone_is_not_taken_for_a_shorter_question(
    knowledge: Knowledge,
) -> None:
    assert card(last("bail|chồng tôi ở đâu", knowledge)) == ("find-person", 1)
    assert card(last("detainer|anh tôi ở đâu", knowledge)) == ("find-person", 1)


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        ("羁押请求|多久", ("detainer", 3)),
        ("羁押请求|那最多要关多久啊", ("detainer", 3)),
        ("羁押请求|是法院发的不", ("detainer", 2)),
        ("保釋金|邊個俾", ("bail-bond", 5)),
        ("保釋金|要是他們不准呢", ("bail-bond", 3)),
        ("出庭通知书|要是他不去呢", ("court-date", 2)),
        ("敲門|可以踢門進來嗎", ("rights-home", 3)),
        ("丹佛|幾耐", ("detainer", 3)),
        ("jackson mi|会被关多久", ("detainer", 3)),
    ],
)
def test_in_chinese_it_is_found_without_spaces_and_in_other_signs(
    texts: str, answer: tuple[str, int], knowledge: Knowledge
) -> None:
    assert card(last(texts, knowledge)) == answer


@pytest.mark.parametrize(
    ("texts", "reply"),
    [
        ("羁押请求|报警可以吗", "unknown"),
        ("保释金|我不想活了", "despair"),
        ("保释金|他们在门口了", "rights-home"),
        ("保释金|芝加哥", "county-status"),
        ("羁押请求|律师要多少钱", "legal-help"),
        ("ICE报到|我流产了", "emergency"),
    ],
)
def test_in_chinese_another_subject_is_heard_as_itself(
    texts: str, reply: str, knowledge: Knowledge
) -> None:
    assert last(texts, knowledge).reply == reply


def test_other_words_about_the_same_topic_get_the_card_that_they_ask_for(
    knowledge: Knowledge,
) -> None:
    assert card(last("看守所里生病|药能不能送进去", knowledge)) == ("medical", 3)


def test_the_list_of_legal_help_is_not_all_that_is_said_about_it(knowledge: Knowledge) -> None:
    assert card(last("jackson mi|lawyer|they are all full", knowledge)) == ("legal-help", 4)


def test_who_asks_who_says_so_in_between_goes_on_with_what_she_read(knowledge: Knowledge) -> None:
    assert card(last("bail|who told you|why", knowledge)) == ("bail-bond", 2)


def test_the_name_of_a_language_and_the_wish_for_a_lawyer_are_never_asked_on(
    knowledge: Knowledge,
) -> None:
    assert last("dallas tx|kreyol", knowledge).language == "ht"
    assert last("jackson mi|notice to appear|we need a lawyer", knowledge).reply == "legal-help"
    assert last("jackson mi|notice to appear|нам нужен адвокат", knowledge).reply == "legal-help"


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        ("الكفالة|ومين بيدفع", ("bail-bond", 5)),
        ("detainer|شكد يبقى", ("detainer", 3)),  # Iraq
        ("detainer|هيقعد قد ايه", ("detainer", 3)),  # Egypt
        ("محامي مجاني|محدش بيرد", ("legal-help", 4)),  # also a cry
        ("الايس على الباب|دخلوا بيتي", ("rights-home", 4)),
        ("jackson mi|متأكدين؟", ("wso", 1)),
        ("jackson mi|شحال غادي يبقى", ("detainer", 3)),  # Morocco
    ],
)
def test_it_is_answered_in_arabic(
    texts: str, answer: tuple[str, int], knowledge: Knowledge
) -> None:
    assert card(last(texts, knowledge)) == answer


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        ("залог|и куда платить", ("bail-bond", 5)),
        ("detainer|прошло уже 3 дня", ("detainer", 5)),
        ("wso|сколько держат", ("wso", 3)),
        ("jackson mi|это точно?", ("wso", 1)),
        ("jackson mi|skolko derzhat", ("detainer", 3)),
        ("нужен бесплатный адвокат|никто не отвечает", ("legal-help", 4)),  # also a cry
        ("айс у двери|они вломились", ("rights-home", 4)),
    ],
)
def test_it_is_answered_in_russian(
    texts: str, answer: tuple[str, int], knowledge: Knowledge
) -> None:
    assert card(last(texts, knowledge)) == answer


def test_a_text_like_a_clear_card_of_what_was_read_need_not_hold_a_listed_question(
    knowledge: Knowledge,
) -> None:
    assert card(last("محامي|دقيت على الكل محد جاوب", knowledge)) == ("legal-help", 4)
    assert last("bail|الشرطة ضربت زوجي", knowledge).reply == "unknown"  # as like another topic


def test_a_word_that_asks_anything_says_less_than_the_whole_text(knowledge: Knowledge) -> None:
    assert card(last("زوجي عند الايس|فيني روح شوفه", knowledge)) == ("ice-custody", 6)
