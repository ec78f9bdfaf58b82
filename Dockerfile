# syntax=docker/dockerfile:1
# The portal: backend and pages in one image. Build it at the root: docker build -t fairway .
# How to run it: docs/production.md

FROM node:24-trixie-slim AS node

# For the embedded Kafka cluster, which is part of the packages; npm run setup looks for a Go on the PATH first.
FROM golang:1.26-trixie AS go

# Everything that building takes. Native add-ons that npm has no binary of are compiled.
FROM node AS build
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates g++ git make python3 \
  && rm -rf /var/lib/apt/lists/*
COPY --from=go /usr/local/go /usr/local/go
ENV PATH="$PATH:/usr/local/go/bin"
RUN corepack enable \
  && install --directory --owner=node --group=node /home/node/fairway /home/node/portal /home/node/telemetry
USER node
WORKDIR /home/node/fairway
COPY --chown=node:node . .
RUN yarn install --immutable
# The address is put in when the backend serves the pages; the build only checks that there is one.
RUN yarn tsc \
  && FAIRWAY_URL=http://localhost:7007 yarn workspace backend build
# What runs: the production dependencies, then the bundle, so that an edit of the sources leaves the first layer as it is.
RUN cp yarn.lock package.json .yarnrc.yml backstage.json app-config.production.yaml /home/node/portal/ \
  && tar xzf packages/backend/dist/skeleton.tar.gz -C /home/node/portal
WORKDIR /home/node/portal
# The tarballs close the folder to everybody but its owner, who is not the user that runs it.
RUN yarn workspaces focus --all --production \
  && tar xzf /home/node/fairway/packages/backend/dist/bundle.tar.gz \
  && chmod -R go+rX .
# Metrics are exported by OpenTelemetry's own package, which is installed beside the portal: docs/operate.md
WORKDIR /home/node/telemetry
COPY --chown=node:node deploy/telemetry ./
RUN npm ci --omit=dev --ignore-scripts

FROM node
# git for repositories of the host `local`; tini passes signals on and takes away ended processes.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates git tini \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build --chown=root:root /home/node/portal /app
COPY --from=build --chown=root:root /home/node/telemetry /telemetry
ENV NODE_ENV=production \
  NODE_OPTIONS="--enable-source-maps --require=/telemetry/register.cjs"
# Nothing in the image can be changed by who runs it.
USER node
WORKDIR /app
EXPOSE 7007 9464
# Ready: the database answered at the start and every plugin has begun. For Kubernetes, which has its own: docs/production.md
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:7007/.backstage/health/v1/readiness').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--"]
CMD ["node", "packages/backend", "--config", "app-config.production.yaml"]
