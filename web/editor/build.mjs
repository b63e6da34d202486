// Bundles the editor: build.mjs FOLDER. The content's hash is part of the file's name.
import { readdir, rm } from "node:fs/promises";
import { build } from "esbuild";

const folder = process.argv[2];
for (const name of await readdir(folder).catch(() => [])) if (/^editor-.*\.js$/.test(name)) await rm(`${folder}/${name}`);
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: [{ in: "src/main.ts", out: "editor" }],
  entryNames: "[name]-[hash]",
  outdir: folder,
  bundle: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  charset: "utf8",
  legalComments: "eof",
  logLevel: "warning",
});
