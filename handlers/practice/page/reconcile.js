// Bring the children of a node in line with a list, touching only what changed, so that focus,
// open menus and half-typed text survive a live update.

const rowsOf = new WeakMap();

export function reconcile(parent, items, { key, make, patch, same = equal }) {
  const before = rowsOf.get(parent) ?? new Map();
  const after = new Map();
  for (const [index, item] of items.entries()) {
    let name = key(item, index);
    if (after.has(name)) name = `${name}/${index}`;
    after.set(name, { item, node: null });
  }
  for (const [name, row] of before) {
    if (after.has(name)) continue;
    leave(row.node, parent);
    row.node.remove();
  }
  let cursor = parent.firstChild;
  for (const [name, row] of after) {
    const old = before.get(name);
    row.node = old ? settle(old, row.item, { make, patch, same }) : make(row.item);
    if (old && old.node === cursor && row.node !== old.node) cursor = replace(old.node, row.node);
    if (row.node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(row.node, cursor);
    if (old && old.node !== row.node) old.node.remove();
  }
  rowsOf.set(parent, after);
}

export function equal(one, other) {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function settle(old, item, { make, patch, same }) {
  if (same(old.item, item)) return old.node;
  if (patch) return patch(old.node, item, old.item) ?? old.node;
  return make(item);
}

function replace(oldNode, newNode) {
  const focus = holdFocus(oldNode);
  oldNode.replaceWith(newNode);
  focus?.(newNode);
  return newNode;
}

// Remember what had the focus inside a node, by its data-focus name, and give it back in its successor.
function holdFocus(node) {
  const active = document.activeElement;
  if (!active || !node.contains(active)) return null;
  const name = active.dataset.focus;
  const range = typeof active.selectionStart === "number" ? [active.selectionStart, active.selectionEnd] : null;
  return (successor) => {
    const twin = name && find(successor, name);
    if (!twin) return leave(null, successor, true);
    twin.focus({ preventScroll: true });
    if (range && twin.setSelectionRange) twin.setSelectionRange(...range);
  };
}

export function find(root, name) {
  const selector = `[data-focus="${CSS.escape(name)}"]`;
  return root.matches?.(selector) ? root : root.querySelector(selector);
}

// When the focused thing goes away, the message or form it stood in takes the focus, not the top of the page.
function leave(node, parent, forced = false) {
  if (!forced && !node?.contains(document.activeElement)) return;
  parent.closest("[data-surface]")?.focus({ preventScroll: true });
}
