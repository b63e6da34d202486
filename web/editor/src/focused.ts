// The editor has the focus again before anything else happens: TipTap's own command gives it with the next frame, and
// a key that is pressed before then went into the button, or nowhere.
import type { ChainedCommands, Editor } from "@tiptap/core";

export function focused(editor: Editor): ChainedCommands {
  editor.view.focus();
  return editor.chain();
}
