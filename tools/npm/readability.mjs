// Firefox's reader, without Firefox: pages come as JSON on standard input, {address: html}, and what the
// reader found leaves as JSON, {address: article}. No script of a page runs, and nothing is loaded.
import { text } from "node:stream/consumers";
import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";

const pages = JSON.parse(await text(process.stdin));
const found = Object.entries(pages).map(([url, html]) => {
  const { document } = new JSDOM(html, { url }).window;
  return [url, new Readability(document).parse()];
});
process.stdout.write(JSON.stringify(Object.fromEntries(found)));
