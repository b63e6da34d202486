// @sparticuz/chromium ships its browser compressed. Unpacks it, its shared libraries and its fonts into FOLDER, all
// or nothing: node unpack_chromium.mjs FOLDER
import { mkdir, rename, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

const folder = process.argv[2];
const unfinished = `${folder}.unfinished`;
const archives = ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"];
const bin = new URL("../bin/", import.meta.resolve("@sparticuz/chromium"));

await rm(unfinished, { recursive: true, force: true });
await mkdir(unfinished, { recursive: true });
process.env.TMPDIR = unfinished; // where `inflate` writes
await Promise.all(archives.map((archive) => inflate(fileURLToPath(new URL(archive, bin)))));
await rm(folder, { recursive: true, force: true });
await rename(unfinished, folder);
