"""Short questions behind an answer in the languages of the line other than English."""

from __future__ import annotations

import pytest

from bot.knowledge import Knowledge
from tests.conversation.asking_on import card, last


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        # Portuguese, French, Filipino, Korean
        ("fiança|quem paga", ("bail-bond", 5)),
        ("caution|qui paye", ("bail-bond", 5)),
        ("piyansa|sino magbabayad", ("bail-bond", 5)),
        ("ano ang detainer|gano katagal", ("detainer", 3)),
        ("보석금|누가 내요", ("bail-bond", 5)),
        ("보석금|누가내요", ("bail-bond", 5)),
        # Spanish
        ("fianza|y quién la puede pagar", ("bail-bond", 5)),
        ("tiene un hold|y si no lo sueltan", ("detainer", 5)),
        ("me llegó un notice to appear|y si no va", ("court-date", 2)),
        ("no encuentro a mi esposo|no sale nada", ("find-person", 2)),
        ("detainer|eso es legal", ("detainer", 2)),
        ("condado de jackson michigan|y cuanto sale", ("bail-bond", 1)),
        # Haitian Creole
        ("konte broward|konbyen kob", ("bail-bond", 1)),
        ("kosyon|kiyes ki ka peye", ("bail-bond", 5)),
        ("m bezwen yon avoka|yo pa reponn", ("legal-help", 4)),
        ("papye ice pou siyen|li siyen deja", ("papers", 5)),
        ("ice pran li|m ka al we l", ("ice-custody", 6)),
        # Vietnamese
        ("detainer là gì|bao lau vay", ("detainer", 3)),
        ("detainer là gì|ai ky", ("detainer", 2)),
        ("jackson mi|giu may ngay", ("detainer", 3)),
        ("jackson mi|co chac hok", ("wso", 1)),
        ("tiền tại ngoại|vậy ai đóng được vậy chị", ("bail-bond", 5)),
        ("giấy NTA|ko di thi sao", ("court-date", 2)),
        ("ICE gõ cửa|toi phai tra loi ko", ("rights-home", 4)),
        ("luật sư|ho co noi tieng viet ko", ("legal-help", 1)),
        # Chinese, without spaces and in other signs
        ("羁押请求|多久", ("detainer", 3)),
        ("羁押请求|那最多要关多久啊", ("detainer", 3)),
        ("羁押请求|是法院发的不", ("detainer", 2)),
        ("保釋金|邊個俾", ("bail-bond", 5)),
        ("保釋金|要是他們不准呢", ("bail-bond", 3)),
        ("出庭通知书|要是他不去呢", ("court-date", 2)),
        ("敲門|可以踢門進來嗎", ("rights-home", 3)),
        ("丹佛|幾耐", ("detainer", 3)),
        ("jackson mi|会被关多久", ("detainer", 3)),
        # Arabic
        ("الكفالة|ومين بيدفع", ("bail-bond", 5)),
        ("detainer|شكد يبقى", ("detainer", 3)),  # Iraq
        ("detainer|هيقعد قد ايه", ("detainer", 3)),  # Egypt
        ("محامي مجاني|محدش بيرد", ("legal-help", 4)),  # also a cry
        ("الايس على الباب|دخلوا بيتي", ("rights-home", 4)),
        ("jackson mi|متأكدين؟", ("wso", 1)),
        ("jackson mi|شحال غادي يبقى", ("detainer", 3)),  # Morocco
        # Russian
        ("залог|и куда платить", ("bail-bond", 5)),
        ("detainer|прошло уже 3 дня", ("detainer", 5)),
        ("wso|сколько держат", ("wso", 3)),
        ("jackson mi|это точно?", ("wso", 1)),
        ("jackson mi|skolko derzhat", ("detainer", 3)),
        ("нужен бесплатный адвокат|никто не отвечает", ("legal-help", 4)),  # also a cry
        ("айс у двери|они вломились", ("rights-home", 4)),
    ],
)
def test_it_is_answered_from_what_was_just_read(
    texts: str, answer: tuple[str, int], knowledge: Knowledge
) -> None:
    assert card(last(texts, knowledge)) == answer


def test_words_that_link_a_question_to_what_was_read_do_not_hide_it(knowledge: Knowledge) -> None:
    assert card(last("tiene un hold|ok pero quién lo firma entonces", knowledge)) == ("detainer", 2)


def test_a_word_of_another_topic_inside_a_question_does_not_hide_it(knowledge: Knowledge) -> None:
    assert card(last("tiene un hold|lo tiene q firmar un juez", knowledge)) == ("detainer", 2)
    assert card(last("tiene un hold|firmar", knowledge)) == ("papers", 1)


def test_a_short_question_among_many_other_words_is_not_meant(knowledge: Knowledge) -> None:
    assert last("tiene un hold|quien se comio mi sandwich", knowledge).reply == "unknown"


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


def test_a_text_like_a_clear_card_of_what_was_read_need_not_hold_a_listed_question(
    knowledge: Knowledge,
) -> None:
    assert card(last("محامي|دقيت على الكل محد جاوب", knowledge)) == ("legal-help", 4)
    assert last("bail|الشرطة ضربت زوجي", knowledge).reply == "medical"  # what was read is not meant


def test_a_word_that_asks_anything_says_less_than_the_whole_text(knowledge: Knowledge) -> None:
    assert card(last("زوجي عند الايس|فيني روح شوفه", knowledge)) == ("ice-custody", 6)
