// Things that open beside a button and close again: menus of actions, and small panels.

import { el } from "./dom.js";

export function openMenu(anchor, items, { label }) {
  const menu = el("div.menu.floating", { role: "menu", popover: "auto", "aria-label": label, tabindex: "-1" });
  for (const item of items) {
    const parts = [el("span.menu-label", {}, item.label), item.hint ? el("span.menu-hint", {}, item.hint) : null];
    const row = item.href
      ? el(
          "a.menu-row",
          { role: "menuitem", tabindex: "-1", href: item.href, target: "_blank", rel: "noopener noreferrer" },
          parts,
        )
      : el("button.menu-row", { role: "menuitem", tabindex: "-1", type: "button" }, parts);
    row.addEventListener("click", () => {
      close(menu, anchor);
      item.pick?.();
    });
    menu.append(row);
  }
  menu.addEventListener("keydown", (event) => walk(event, menu, anchor));
  float(menu, anchor);
  menu.firstElementChild?.focus();
}

// A panel that the caller has built. It goes away on Escape, on a click elsewhere, or when told to.
export function openPanel(anchor, panel) {
  panel.classList.add("floating");
  panel.setAttribute("popover", "auto");
  float(panel, anchor);
  panel.querySelector("[autofocus], button, input, a")?.focus();
  return () => close(panel, anchor);
}

function float(node, anchor) {
  (anchor.closest("dialog") ?? document.body).append(node);
  anchor.setAttribute("aria-expanded", "true");
  node.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    anchor.setAttribute("aria-expanded", "false");
    const lost = document.activeElement === document.body || node.contains(document.activeElement);
    node.remove();
    if (lost) anchor.focus({ preventScroll: true });
  });
  node.showPopover();
  put(node, anchor.getBoundingClientRect());
}

function put(node, near) {
  const { offsetWidth: width, offsetHeight: height } = node;
  const below = near.bottom + 6 + height <= innerHeight;
  const top = below ? near.bottom + 6 : Math.max(8, near.top - 6 - height);
  const left = Math.min(
    Math.max(8, near.right - width > 8 && near.left + width > innerWidth - 8 ? near.right - width : near.left),
    innerWidth - width - 8,
  );
  node.style.setProperty("top", `${top}px`);
  node.style.setProperty("left", `${Math.max(8, left)}px`);
}

function close(node, anchor) {
  if (!node.isConnected) return;
  node.hidePopover();
  if (anchor.isConnected) anchor.focus({ preventScroll: true });
}

function walk(event, menu, anchor) {
  const rows = [...menu.children];
  const at = rows.indexOf(document.activeElement);
  const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  if (event.key in moves) {
    event.preventDefault();
    rows.at(moves[event.key] % rows.length).focus();
  } else if (event.key === "Tab") {
    close(menu, anchor);
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close(menu, anchor);
  }
}
