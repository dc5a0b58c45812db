# docker build --target bot -t telco-care-bot .        the bot
# docker build --target sandbox -t telco-sandbox .     the stand-in operator of the demo

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig*.json ./
COPY scripts ./scripts
COPY src ./src
COPY manifests/skill ./manifests/skill
RUN npm run build && mkdir /data

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM build AS bot-files
RUN rm -r dist/sandbox

FROM node:24-bookworm-slim AS runtime
WORKDIR /app
ENV NODE_ENV=production
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules ./node_modules
USER 65532:65532
STOPSIGNAL SIGTERM

FROM runtime AS sandbox
COPY --from=build /app/dist ./dist
# Its books: a new volume takes over the owner of this folder.
COPY --from=build --chown=65532:65532 /data /data
ENV SANDBOX_HOST=0.0.0.0 SANDBOX_DATA_DIR=/data
VOLUME /data
EXPOSE 3979
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.SANDBOX_PORT ?? 3979}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/sandbox/main.js"]

FROM runtime AS bot
COPY --from=bot-files /app/dist ./dist
ENV HOST=0.0.0.0
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3978}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/main.js"]
