"""Topics of news: what the word in an item's texts means, and which topics a campaign has when it is drafted."""

from collections.abc import Collection, Mapping

from sqlmodel import Session

from news.tables import NewsText
from subscribers.topic_tables import Topic
from subscribers.topics import topics_by_word

TextsByItem = Mapping[int, Mapping[str, NewsText]]


def topics_of_texts(session: Session, texts: TextsByItem) -> dict[int, list[Topic]]:
    """By item: each topic that a word in one of its languages means. One query."""
    by_word = topics_by_word(session, {text.topic for of_item in texts.values() for text in of_item.values()})
    topics: dict[int, list[Topic]] = {}
    for item_id, of_item in texts.items():
        meant = {by_word[text.topic].id: by_word[text.topic] for text in of_item.values() if text.topic in by_word}
        topics[item_id] = [meant[topic_id] for topic_id in sorted(meant)]
    return topics


def topics_of_items(session: Session, texts: TextsByItem) -> tuple[int, ...]:
    """What a campaign with these items is about: the topics of all of them, where each has one. With an item
    that has none it is for everybody, as it is without items."""
    topics = topics_of_texts(session, texts)
    if not all(topics.values()):
        return ()
    return tuple(sorted({topic.id for of_item in topics.values() for topic in of_item}))


def unknown_words(session: Session, texts: TextsByItem) -> dict[str, str]:
    """Words that mean no topic in use, each with a language that it is written in."""
    languages = {
        text.topic: text.language for of_item in texts.values() for text in of_item.values() if text.topic
    }
    by_word = topics_by_word(session, languages)
    return {word: language for word, language in sorted(languages.items()) if word not in by_word}


def shared_topics(
    of_audience: Collection[int], topics: Mapping[int, list[Topic]], items: Collection[int]
) -> list[int]:
    """Topics of which a campaign shows the name, or that decide about its audience."""
    shown = {topic.id for item_id in items for topic in topics.get(item_id, ())}
    return sorted(shown.union(of_audience))
