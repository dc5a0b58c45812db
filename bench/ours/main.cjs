/** The product as it is, in its own process and from its own environment, with one more skill: the form that the peers ask too. */
const registry = require('../../dist/dialogs/skills');
const { form } = require('./form.cjs');

const product = registry.skills;
registry.skills = (ports) => [...product(ports), form];
require('../../dist/main');
