// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The variables by which the contract suite of plugins/kafka-self-serve-backend finds brokers; each of those that
 * `startKafka` answers may be left out, and its suite is then named as not run.
 */
export function kafkaVariables({ none, sasl, tls }) {
  return {
    ...(none && {
      FAIRWAY_TEST_KAFKA_BOOTSTRAP: none.bootstrapServers.CLIENT.join(','),
    }),
    ...(sasl && {
      FAIRWAY_TEST_KAFKA_SASL_BOOTSTRAP: sasl.bootstrapServers.CLIENT.join(','),
      FAIRWAY_TEST_KAFKA_SASL_USERNAME: sasl.superuser.username,
      FAIRWAY_TEST_KAFKA_SASL_PASSWORD: sasl.superuser.password,
    }),
    ...(tls && {
      FAIRWAY_TEST_KAFKA_TLS_BOOTSTRAP: tls.bootstrapServers.CLIENT.join(','),
      FAIRWAY_TEST_KAFKA_MUTUAL_TLS_BOOTSTRAP:
        tls.bootstrapServers.MUTUAL.join(','),
      FAIRWAY_TEST_KAFKA_PLAIN_BOOTSTRAP: tls.bootstrapServers.PLAIN.join(','),
      FAIRWAY_TEST_KAFKA_PLAIN_USERNAME: tls.superuser.username,
      FAIRWAY_TEST_KAFKA_PLAIN_PASSWORD: tls.superuser.password,
      FAIRWAY_TEST_KAFKA_CA: tls.certificates.ca,
      FAIRWAY_TEST_KAFKA_CERTIFICATE: tls.certificates.clientCertificate,
      FAIRWAY_TEST_KAFKA_KEY: tls.certificates.clientKey,
    }),
  };
}
