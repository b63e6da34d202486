// Bundles what runs in browsers: build.mjs FOLDER. The content's hash is part of each file's name.
import { readdir, rm } from "node:fs/promises";
import { build } from "esbuild";

const folder = process.argv[2];
const built = /^(editor|proof_of_work|pbkdf2|altcha)-.*\.(js|css)$/;
for (const name of await readdir(folder).catch(() => [])) if (built.test(name)) await rm(`${folder}/${name}`);
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: [
    { in: "src/main.ts", out: "editor" },
    { in: "src/proof_of_work.ts", out: "proof_of_work" },
    { in: "altcha/workers/pbkdf2", out: "pbkdf2" },
    { in: "altcha/altcha.css", out: "altcha" },
  ],
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
