// Where the choices of a menu come from: the element itself, the people, the channels.

import { plain } from "../text/mrkdwn.js";

export function groupsOf(json, world) {
  if (json.type.includes("users")) return [{ label: null, options: people(world) }];
  if (json.type.includes("channels")) return [{ label: null, options: channels(world, ["channel"]) }];
  if (json.type.includes("conversations"))
    return [{ label: null, options: channels(world, kindsOf(json.filter?.include)) }];
  return groups(json);
}

export function groups(json) {
  if (json.option_groups)
    return json.option_groups.map((group) => ({ label: plain(group.label), options: group.options.map(optionOf) }));
  return [{ label: null, options: (json.options ?? []).map(optionOf) }];
}

function optionOf(option) {
  return {
    id: option.value,
    label: plain(option.text),
    about: option.description ? plain(option.description) : "",
    value: option,
  };
}

const people = (world) =>
  [...world.people.values()]
    .filter((person) => !person.deleted)
    .map((person) => ({
      id: person.id,
      label: person.real_name || person.name,
      about: person.role ?? "",
      value: person.id,
    }));

const channels = (world, kinds) =>
  [...world.channels.values()]
    .filter((channel) => kinds.includes(channel.kind) && !channel.is_archived)
    .map((channel) => ({ id: channel.id, label: world.titleOf(channel), about: "", value: channel.id }));

function kindsOf(include) {
  const kinds = { public: "channel", private: "private", im: "im", mpim: "mpim" };
  return include ? include.map((name) => kinds[name]) : ["channel", "private", "im"];
}
