/**
 * A bot that has read its code and waits, as a warm spare does: most of what starting costs is reading it. It connects to nothing and reads no setting
 * before it is told to go on; from then on it is `main.js` and nothing else.
 */
const { join } = require('node:path');

const [, , dist] = process.argv;
require(join(dist, 'loading.js'));
require(join(dist, 'app.js'));
require(join(dist, 'understanding/recogniser.js')).createRecogniser();
process.once('message', () => {
  process.disconnect();
  require(join(dist, 'main.js'));
});
