const { Redis } = require('ioredis');

/** Storage as one writes it first: a key per item, JSON, the last writer wins. */
exports.naiveRedis = (url) => {
  const redis = new Redis(url);
  return {
    async read(keys) {
      const values = await Promise.all(keys.map((key) => redis.get(key)));
      return Object.fromEntries(keys.flatMap((key, at) => (values[at] === null ? [] : [[key, JSON.parse(values[at])]])));
    },
    async write(changes) {
      await Promise.all(Object.entries(changes).map(([key, value]) => redis.set(key, JSON.stringify(value))));
    },
    async delete(keys) {
      await Promise.all(keys.map((key) => redis.del(key)));
    },
  };
};
