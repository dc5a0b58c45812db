import { catalog } from '../../../domain/texts';
import { skill } from '../../engine/skill';

const texts = catalog(
  { title: 'que ya funciona', button: 'Ya funciona', glad: 'Qué bueno. Aquí estoy si algo vuelve a fallar.' },
  { title: 'that it works', button: 'It works now', glad: 'Good to hear. I am here if anything fails again.' },
);

/** It works again: said by a button, after a restart or an advice. */
export const modemWorks = () =>
  skill('modem-works', texts).does(async ({ t, say, tried }) => {
    tried({ text: 'Dice que ya funciona' });
    say(t.glad);
  });
