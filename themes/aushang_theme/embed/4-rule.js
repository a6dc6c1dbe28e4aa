/* The clock rule of the API: the state is that of the last transition that has come, and a notice
   holds from `current_from` to before `current_until`. */
const list = (value) => (Array.isArray(value) ? value : []);
const has = (ids, id) => list(ids).length === 0 || ids.includes(id);

/* An effect that this script does not know is a restriction; nothing is nothing. */
const known = (effect) => (!effect || EFFECTS.includes(effect) ? effect : "restricted");

/* What holds of a service or a place, until when, and what then; `place` lends its transitions. */
function standing(one, place, now) {
  const turns = list(one.transitions ?? place.transitions);
  const passed = turns.filter(({ at }) => moment(at) <= now).pop();
  const { effect, post } = passed ?? one.state ?? {};
  const then = turns.find((turn) => moment(turn.at) > now && turn.effect !== effect);
  const until = moment(then?.at ?? (passed ? null : one.state?.until));
  return {
    effect: known(effect),
    post,
    until: until > now ? until : NaN,
    next: known(then?.effect),
    isAnnounced: then?.cause === "post",
  };
}

const holds = (notice, now) =>
  moment(notice.current_from) <= now && !(moment(notice.current_until) <= now);

/* When something of it is different by itself next. */
function nextChange(data, now) {
  const places = list(data.locations);
  const all = [...places, ...list(data.services), ...places.flatMap((one) => list(one.services))];
  const moments = [
    data.foreseen_until,
    ...all.flatMap((one) => list(one.transitions).map(({ at }) => at)),
    ...list(data.notices).flatMap((one) => [one.current_from, one.current_until, one.next_update]),
  ];
  return Math.min(...moments.map(moment).filter((at) => at > now));
}
