"""A short question behind an answer is about that answer: "how long", "is it valid"."""

from __future__ import annotations

import pytest

from bot.knowledge import Knowledge
from tests.conversation.asking_on import card, last


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
