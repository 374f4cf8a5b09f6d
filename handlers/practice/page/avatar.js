// Initials on a person's colour; the bot has its mark.

import { el } from "./dom.js";

export function avatar(person, size = "") {
  if (!person || person.is_bot)
    return el(
      "span",
      { class: `avatar bot ${size}`, "aria-hidden": "true" },
      el("img", { src: "/static/mark.svg", alt: "" }),
    );
  const node = el(
    "span",
    { class: `avatar ${size}`, "aria-hidden": "true" },
    initials(person.real_name || person.name || "?"),
  );
  const color = /^#[0-9a-f]{6}$/i.test(person.color ?? "") ? person.color : "#6b7f78";
  node.style.setProperty("background-color", color);
  node.style.setProperty("color", readableOn(color));
  return node;
}

function initials(name) {
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .trim()
    .split(/\s+/);
  return (words.length > 1 ? words[0].charAt(0) + words.at(-1).charAt(0) : (words[0] ?? "?").slice(0, 2)).toUpperCase();
}

function readableOn(color) {
  const part = (at) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const light = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
  return 1.05 / (light + 0.05) > (light + 0.05) / 0.056 ? "#ffffff" : "#1d1b16";
}
