"""Round trip in the real editor: opening and saving changes nothing, changing a word changes that word only."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from news.sanitise import sanitise
from tests.editor.corpus import corpus
from tests.editor.editor_page import EditorPage
from web.http.editor import editor_bundle

pytestmark = pytest.mark.browser

MARK = "Qqq"
_ROUND_TRIP = """async ([bundle, texts]) => {
  const {contentOf} = await import(bundle);
  return texts.map(html => {
    const editor = contentOf(html);
    const before = editor.getHTML();
    const places = [];
    editor.state.doc.descendants((node, at) => {
      if (node.isText) places.push(at + Math.ceil(node.nodeSize / 2));
    });
    const place = places[Math.floor(places.length / 2)];
    if (place !== undefined) editor.view.dispatch(editor.state.tr.insertText('Qqq', place));
    const after = editor.getHTML();
    editor.destroy();
    return [before, after, place !== undefined];
  });
}"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    opened = EditorPage(chromium)
    yield opened.page
    opened.page.close()


def test_no_text_of_the_corpus_is_changed_by_opening_it_and_only_a_word_by_changing_it(page: Page) -> None:
    texts = dict(corpus())
    stored = list(texts.values())
    results = page.evaluate(_ROUND_TRIP, [f"/static/{editor_bundle()}", stored])
    changed = {
        name: (text, sanitise(before))
        for (name, text), (before, _, _) in zip(texts.items(), results, strict=True)
        if sanitise(before) != text
    }
    assert changed == {}
    spread = {
        name: (text, sanitise(after))
        for (name, text), (_, after, is_changed) in zip(texts.items(), results, strict=True)
        if is_changed and (sanitise(after).count(MARK), sanitise(after).replace(MARK, "")) != (1, text)
    }
    assert spread == {}
    assert len(texts) > 1000
