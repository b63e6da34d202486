// Reads {name: mjml} as JSON, writes {name: html}: what the reference compiler makes of our sources.
const { text } = require("node:stream/consumers");
const mjml2html = require("mjml");

text(process.stdin).then(async (input) => {
  const compiled = {};
  for (const [name, source] of Object.entries(JSON.parse(input))) {
    const { html } = await mjml2html(source, { fonts: {}, validationLevel: "strict" });
    compiled[name] = html;
  }
  process.stdout.write(JSON.stringify(compiled));
});
