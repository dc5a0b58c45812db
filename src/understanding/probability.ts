const LN2 = Math.LN2;

/**
 * e^x from additions and products alone, so that every machine gets the same bits (the one of the language may differ in the last).
 * Exact to 1e-15 of itself; 0 below -700.
 */
export function exp(x: number): number {
  if (x < -700) return 0;
  const halves = Math.round(x / LN2);
  const rest = x - halves * LN2;
  let term = 1;
  let sum = 1;
  for (let at = 1; at < 14; at++) {
    term *= rest / at;
    sum += term;
  }
  return sum * powerOfTwo(halves);
}

/** By squaring, which is exact. */
function powerOfTwo(exponent: number): number {
  let power = 1;
  let base = exponent < 0 ? 0.5 : 2;
  for (let left = Math.abs(exponent); left > 0; left >>= 1, base *= base) if (left & 1) power *= base;
  return power;
}

/** Natural logarithm of a probability, by Newton from {@link exp}: for training only, never hot. */
export function ln(p: number): number {
  if (p <= 1e-300) return -690;
  let y = 0;
  for (let at = 0; at < 100; at++) {
    const e = exp(y);
    const change = (2 * (p - e)) / (p + e);
    y += change;
    if (Math.abs(change) < 1e-12) break;
  }
  return y;
}

/** Probabilities of logits, the sharper the lower `temperature`. */
export function softmax(logits: ArrayLike<number>, temperature: number): number[] {
  const all = Array.from(logits, (logit) => logit / temperature);
  const highest = Math.max(...all);
  const powers = all.map((logit) => exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
