// Pictures. The practice page loads nothing from other machines: a picture that lives elsewhere becomes a link.

import { el } from "../dom.js";
import { link, plain } from "../text/mrkdwn.js";

export function picture(json, size) {
  const alt = json.alt_text ?? json.alt ?? json.title ?? "";
  const address = addressOf(json);
  const home = address && new URL(address, location.href).origin === location.origin;
  const shown = home
    ? el("img", { src: address, alt, loading: "lazy" })
    : el("span.far-picture", {}, "Picture: ", address ? link(address, alt || address) : alt);
  if (size !== "block") return el(`span.picture.${size}`, {}, shown);
  const title = typeof json.title === "string" ? json.title : plain(json.title);
  return el("figure.block.picture", {}, shown, title ? el("figcaption", {}, title) : null);
}

function addressOf(json) {
  const address = json.image_url ?? json.slack_file?.url ?? json.url;
  if (address) return URL.canParse(address, location.href) ? address : null;
  return json.slack_file?.id ? `/files/${encodeURIComponent(json.slack_file.id)}` : null;
}
