export { add, compare, CURRENCIES, fromDecimal, MINOR_DIGITS, money, subtract, type Currency, type Money } from './value';
export { formatMoney, formatNumber, NO_BREAK_SPACE, type MoneyCountry, type MoneyForm, type NumberForm } from './format';
export { readAmount, type AmountRange } from './read';
export { amountsAmong, oddAmount, twoAmounts, type Odd } from './odd';
export { spelledNumbers } from './words';
