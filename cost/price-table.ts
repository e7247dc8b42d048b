import data from "./prices.json";

/** The price of the units up to a bound, counted from the month's first unit. */
export interface Tier {
  /** Absent for the last tier. */
  readonly upTo?: number;
  /** USD a unit. */
  readonly price: number;
}

/** What is charged, by its name in prices.json. */
export type PriceName = keyof (typeof data)["prices"];

/** One price, or the reason why the table has none. */
export interface Price {
  /** What is paid for, as a line of a bill. */
  readonly what: string;
  readonly unit: string;
  readonly tiers?: readonly Tier[];
  /** Day from which the price is known to hold, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly source?: string;
  /** Why there is no price; the caller has to give one. */
  readonly missing?: string;
}

/** Names of all prices. */
export const PRICE_NAMES = Object.keys(data.prices) as readonly PriceName[];

/** Prices of the caller's own: USD a unit, or tiers. */
export type PriceOverrides = Readonly<Partial<Record<PriceName, number | readonly Tier[]>>>;

/** The region whose prices the table holds. */
export const REGION = data.region;

/** The price of that name, and the caller's own in place of the table's. */
export function priceOf(name: PriceName, overrides: PriceOverrides = {}): Price {
  const { what, unit, ...known }: Price = data.prices[name];
  const own = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
  if (own === undefined) return { what, unit, ...known };
  const tiers = typeof own === "number" ? [{ price: own }] : own;
  return { what, unit, tiers, source: "the caller" };
}

/** USD for a quantity, tier by tier; the last tier has no bound, whatever it says. */
export function charge(tiers: readonly Tier[], quantity: number): number {
  let from = 0;
  let amount = 0;
  for (const [at, { upTo, price }] of tiers.entries()) {
    const end = at === tiers.length - 1 ? Infinity : (upTo ?? Infinity);
    amount += Math.max(0, Math.min(quantity, end) - from) * price;
    from = end;
  }
  return amount;
}
