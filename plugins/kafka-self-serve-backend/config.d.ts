// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  /** Kafka self-serve. */
  kafkaSelfServe?: {
    /** Connections to Kafka clusters by a name; an environment refers to one of them. */
    clusters?: {
      [name: string]: {
        /** `host:port` of some of the brokers; the others are found through them. Not for an embedded cluster. */
        bootstrapServers?: string[];
        /** TLS to the brokers; `{}` trusts what the system trusts. When left out there is none. */
        tls?: {
          /** PEM of the certificate authority, when the system does not trust it; use `$file`. */
          ca?: string;
          /** PEM of the portal's own certificate, for mutual TLS. */
          certificate?: string;
          /**
           * PEM of the key of that certificate.
           * @visibility secret
           */
          key?: string;
          /**
           * What the key is encrypted with.
           * @visibility secret
           */
          keyPassphrase?: string;
          /** Name in the certificates of the brokers, when it is not the host that is connected to. */
          serverName?: string;
        };
        /** How the portal signs in; when left out it does not. */
        sasl?: {
          mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512';
          username: string;
          /** @visibility secret */
          password: string;
        };
        /** A schema registry with Confluent's API. */
        schemaRegistry?: {
          /** For example `https://registry.example.com`; Apicurio's is `https://host/apis/ccompat/v7`. */
          url: string;
          username?: string;
          /** @visibility secret */
          password?: string;
        };
        /** Milliseconds to wait for a connection; 5000 when left out. */
        connectTimeout?: number;
        /** Milliseconds until an answer counts as lost; 30000 when left out. */
        requestTimeout?: number;
        /** A cluster and registry inside of the portal, in memory, for the demo and development. */
        embedded?: boolean;
        /** Of an embedded cluster: its id, the same at every start. */
        clusterId?: string;
        /** Of an embedded cluster: from 1 to 9; 3 when left out. */
        brokers?: number;
      };
    };
  };
}
