export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** Ratios of what was measured in the same round: what the machine did to one it did to the other. @returns [least, median, most] */
export function paired(theirs, ours) {
  const ratios = theirs.map((value, round) => value / ours[round]);
  return [Math.min(...ratios), median(ratios), Math.max(...ratios)];
}

/** Columns padded to what stands in them; the first to the left, all others to the right. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at].length)));
  const line = (row) => row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ');
  return [line(all[0]), widths.map((width) => '-'.repeat(width)).join('  '), ...all.slice(1).map(line)].join('\n');
}
