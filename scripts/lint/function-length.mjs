/**
 * How long a function may be, not counting the functions inside it: a factory that returns a port is as long as its closures together, and each of
 * them is held to the same limit by itself. Blank lines and comments do not count.
 */
export default {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'object', properties: { max: { type: 'integer' } }, additionalProperties: false }],
    messages: { long: 'This function has {{lines}} lines of its own; at most {{max}} are allowed.' },
  },
  create(context) {
    const max = context.options[0]?.max ?? 30;
    const open = [];
    let written;
    const enter = (node) => open.push({ node, inner: new Set() });
    const leave = () => {
      const { node, inner } = open.pop();
      written ??= writtenLines(context.sourceCode);
      const lines = linesOf(node).filter((line) => written.has(line));
      const own = lines.filter((line) => !inner.has(line)).length;
      if (own > max) context.report({ node, messageId: 'long', data: { lines: own, max } });
      // Its first line stays with the function around it: something is done with it there.
      for (const line of lines.slice(1)) open.at(-1)?.inner.add(line);
    };
    const functions = ':matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression)';
    return { [functions]: enter, [`${functions}:exit`]: leave };
  },
};

function linesOf({ loc }) {
  return Array.from({ length: loc.end.line - loc.start.line + 1 }, (_, index) => loc.start.line + index);
}

/** Lines that hold more than a comment. */
function writtenLines(sourceCode) {
  return new Set(sourceCode.ast.tokens.flatMap(linesOf));
}
