// Where one is lives in the address: ?as=<person>#<channel or home>. Two windows can be two people.

export const whoami = () => new URLSearchParams(location.search).get("as");
export const where = () => decodeURIComponent(location.hash.slice(1)) || null;

export function addressOf(person, place) {
  const query = person ? `?as=${encodeURIComponent(person)}` : location.pathname;
  return place ? `${query}#${encodeURIComponent(place)}` : query;
}

export function settle(person, place) {
  history.replaceState(null, "", addressOf(person, place));
}

export function become(person, place) {
  history.pushState(null, "", addressOf(person, place));
}
