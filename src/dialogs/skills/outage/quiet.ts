import { catalog, forms } from '../../../domain/texts';
import type { OutageWatches } from '../../../integrations/outages/port';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';

const texts = catalog(
  {
    title: 'no recibir aviso de la falla',
    button: 'Sin aviso de falla',
    quiet: forms({
      tu: 'Listo, ya no te escribo por la falla.',
      vos: 'Listo, ya no te escribo por la falla.',
      usted: 'Listo, ya no le escribo por la falla.',
    }),
  },
  { title: 'no word on the outage', button: 'No outage notice', quiet: 'Done, I will not write about the outage.' },
);

/** Who asked to be told when an outage is over does not want it any more. Asks nobody who they are: it is this chat's own wish. */
export const outageQuiet = ({ watches }: { readonly watches: OutageWatches }) =>
  skill('outage-quiet', texts)
    .hears(utterancesIn(`${__dirname}/quiet`))
    .does(async ({ visitor, t, say }) => {
      await watches.drop(visitor);
      say(t.quiet);
    });
