// Light, dark, or as the computer is set.

import { el, icon } from "./dom.js";

const KEY = "practice-theme";
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const WORDS = { auto: "as this computer", light: "light", dark: "dark" };

export function themeButton() {
  const node = el("button.icon-button", { type: "button", on: { click: () => set(NEXT[now()]) } });
  const now = () => localStorage.getItem(KEY) ?? "auto";

  function set(theme) {
    localStorage.setItem(KEY, theme);
    document.documentElement.dataset.theme = theme;
    node.replaceChildren(
      icon(
        theme === "auto"
          ? matchMedia("(prefers-color-scheme: dark)").matches
            ? "moon"
            : "sun"
          : theme === "dark"
            ? "moon"
            : "sun",
      ),
    );
    node.setAttribute("aria-label", `Colours: ${WORDS[theme]}. Change to ${WORDS[NEXT[theme]]}`);
    node.title = node.getAttribute("aria-label");
  }
  set(now());
  return node;
}
