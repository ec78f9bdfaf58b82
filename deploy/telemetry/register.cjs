// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// node --require …/register.cjs: what the plugins measure through Backstage's metrics service, and every HTTP request, for
// Prometheus, on a port of its own that does not belong on the internet. METRICS_PORT says which, 9464 when left out;
// METRICS_HOST on which address, all when left out.
const { isMainThread } = require('node:worker_threads');
const { PrometheusExporter } = require('@opentelemetry/exporter-prometheus');
const { registerInstrumentations } = require('@opentelemetry/instrumentation');
const { HttpInstrumentation } = require('@opentelemetry/instrumentation-http');
const { metrics } = require('@opentelemetry/api');
const {
  AggregationType,
  MeterProvider,
} = require('@opentelemetry/sdk-metrics');

/** In seconds, from an answer out of memory to a step that waits for a cluster. */
const BOUNDARIES = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
];

// Threads inherit --require, and find the port taken.
if (isMainThread) {
  const { METRICS_HOST: host, METRICS_PORT = '9464' } = process.env;
  const exporter = new PrometheusExporter({ host, port: Number(METRICS_PORT) });
  const meterProvider = new MeterProvider({
    readers: [exporter],
    views: [
      {
        instrumentName: '*.duration',
        aggregation: {
          type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM,
          options: { boundaries: BOUNDARIES },
        },
      },
    ],
  });
  metrics.setGlobalMeterProvider(meterProvider);
  registerInstrumentations({
    meterProvider,
    instrumentations: [new HttpInstrumentation()],
  });
}
