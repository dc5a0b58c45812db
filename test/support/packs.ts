import { countryOf } from '../../src/domain/countries';
import { fromDecimal } from '../../src/domain/money';
import { GB } from '../../src/domain/quantity';
import type { Pack, PackKind } from '../../src/integrations/catalogue/port';

/** A pack as a test sells it: `price` and `data` (in GB) as they are said. */
export function packOf(
  country: 'GT' | 'PY' | 'SV',
  code: string,
  [kind, name, price, days, content]: readonly [PackKind, string, string, number, string],
  more: Partial<Pack> & { gb?: number } = {},
): Pack {
  const { gb, ...rest } = more;
  const { currency } = countryOf(country);
  return {
    id: `${country}-${code}`,
    kind,
    name,
    price: fromDecimal(price, currency),
    days,
    content,
    ...(gb !== undefined && { data: gb * GB }),
    ...rest,
  };
}

/** What a Guatemalan line is offered in most tests. */
export const guatemalanPacks = (): Pack[] => [
  packOf('GT', 'D1', ['data', 'Paquete Datos', '5', 1, '500 MB'], { gb: 0.5 }),
  packOf('GT', 'D3', ['data', 'Paquete Datos', '15', 3, '2 GB'], { gb: 2 }),
  packOf('GT', 'D7', ['data', 'Paquete Datos', '35', 7, '5 GB'], { gb: 5 }),
  packOf('GT', 'D15', ['data', 'Paquete Datos', '65', 15, '12 GB'], { gb: 12, barred: 'sold-out' }),
  packOf('GT', 'M3', ['all-in-one', 'Todo en uno 3 días', '20', 3, '2.5 GB, 60 minutos, WhatsApp y Facebook'], { gb: 2.5, voice: 3600 }),
  packOf('GT', 'M7', ['all-in-one', 'Todo en uno 7 días', '45', 7, '6 GB, 150 minutos y redes'], { gb: 6, voice: 9000 }),
  packOf('GT', 'R7', ['social', 'Redes 7 días', '20', 7, 'WhatsApp, Facebook e Instagram'], { limits: 'uso justo de 250 MB al día' }),
  packOf('GT', 'V1', ['voice', 'Minutos 1 día', '5', 1, '30 minutos'], { voice: 1800 }),
  packOf('GT', 'RO1', ['roaming', 'Roaming región', '25', 1, '500 MB y 10 minutos'], { gb: 0.5, barred: 'roaming-off' }),
];
