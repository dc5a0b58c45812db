import { z } from 'zod';

/** A point on the Earth, in degrees of WGS 84. */
export const Point = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });
export type Point = z.infer<typeof Point>;

/** Mean radius of the Earth, km. */
const RADIUS_KM = 6_371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in km (haversine). Streets are longer. */
export function kmBetween(from: Point, to: Point): number {
  const half = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
  const chord = half(to.lat - from.lat) + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * half(to.lon - from.lon);
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** `geo:14.607,-90.588` (RFC 5870): a point where only text fits. */
export const geoUri = ({ lat, lon }: Point): string => `geo:${lat},${lon}`;

/** The point of a `geo:` URI; undefined for any other text. */
export function pointIn(text: string): Point | undefined {
  const [, lat, lon] = /^geo:(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:[,;].*)?$/.exec(text.trim()) ?? [];
  return Point.safeParse({ lat: Number(lat), lon: Number(lon) }).data;
}
