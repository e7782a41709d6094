# Gisement in a container: built with what development needs, run with what production needs.
# Nothing is fetched at run time; all that is kept is in /data.
ARG NODE=20.20-bookworm

FROM node:${NODE} AS build
WORKDIR /app
ENV NODE_ENV=development
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run model:build
RUN npm run build
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:${NODE}-slim AS run
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data MALLOC_ARENA_MAX=2 UV_THREADPOOL_SIZE=8
RUN groupadd --system --gid 10001 gisement \
 && useradd --system --uid 10001 --gid gisement --home-dir /app --shell /usr/sbin/nologin gisement \
 && mkdir /data && chown gisement:gisement /data
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY --from=build /app/db ./db
COPY --from=build /app/.cache/model ./.cache/model
COPY --from=build /app/docs ./docs
USER 10001:10001
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=64", "build/server/main.js"]
