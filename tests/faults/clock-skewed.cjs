// Loaded before a desk starts (`--require`): its machine's clock is CLOCK_SKEW_MS ahead. Only the clock that cannot be set is true.
const ahead = Number(process.env.CLOCK_SKEW_MS);
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + ahead] : given));
  }
  static now() {
    return Real.now() + ahead;
  }
};
