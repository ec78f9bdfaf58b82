// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  /** Kafka self-serve. */
  kafkaSelfServe?: {
    /**
     * Users and groups, as entity refs, who set up environments and policies, approve applications and see all requests.
     * They need the permissions `kafka-self-serve.environment.manage` and `kafka-self-serve.request.administer` too. None
     * when left out.
     */
    administrators?: string[];
    /**
     * `policy` asks the ownership policy for everything (when left out: if `ownership` is configured). `owners` is for
     * portals without it: the owners of an application ask, administrators decide.
     */
    authority?: 'policy' | 'owners';
    /** Environments that the portal begins with; what is here wins over what administrators wrote, at every start. */
    environments?: Array<{
      /** Part of links: lower case letters, digits and `-`. */
      name: string;
      displayName: string;
      description?: string;
      /** `#rrggbb`. */
      color?: string;
      /** Promotion goes from a lower one to the next higher. */
      order: number;
      /** The environment of the ownership policy. */
      environment: string;
      /** The data store of the ownership policy. */
      store: string;
      /** Key under `clusters`. */
      connection: string;
      /** Key under `clusters` whose schema registry is used; none when left out. */
      schemaRegistry?: string;
      /** What a topic gets where a request leaves it out. */
      defaults: {
        partitions: number;
        replicationFactor: number;
        configs?: { [key: string]: string };
      };
      limits?: {
        /** Partitions of one topic. */
        partitionsPerTopic?: number;
        /** Of an application instance that has none of its own. */
        instance?: { topics?: number; partitions?: number; bytes?: number };
        /** What S, M and L stand for. */
        sizes?: {
          [size: string]: { partitions: number; 'retention.ms': string };
        };
        /** Days that a deleted topic is kept, 0 to 30. */
        deleteGraceDays?: number;
      };
      /** Names of topic policies. */
      policyRefs?: string[];
    }>;
    /** Topic policies that the portal begins with, like the environments. */
    policies?: Array<{
      name: string;
      description?: string;
      constraints: Array<{
        kind: string;
        field: string;
        severity: 'error' | 'warn';
        message: string;
        min?: number;
        max?: number;
        values?: string[];
        pattern?: string;
        keys?: string[];
      }>;
    }>;
    /** Who is told what happens to requests, beside the portal's own notifications. */
    webhooks?: Array<{
      /**
       * Where it is posted; the body has a `text`, which chat systems with Slack-compatible webhooks show.
       * @visibility secret
       */
      url: string;
      /**
       * Signs each message: `x-fairway-signature` is `v1,` and the HMAC-SHA256 of `<x-fairway-timestamp>.<body>` in hex.
       * @visibility secret
       */
      secret?: string;
      /** Environments of the ownership policy; all when left out. */
      environments?: string[];
      /** `submitted`, `approved`, `rejected`, `changes-requested`, `cancelled`, `expired`, `reminder`, `superseded`, `failed`, `succeeded`; all when left out. */
      events?: string[];
    }>;
    /** How the steps of requests are worked off. Durations as Backstage reads them, for example `30s`. */
    worker?: {
      /** How long a worker holds a request without a sign of life. */
      lease?: string | object;
      /** How often it looks for work. */
      poll?: string | object;
      /** How long one attempt of a step may take before it has failed and is tried again; 10 minutes when left out. */
      stepLimit?: string | object;
      /** The first pause before a failed step is tried again; each further one is longer. */
      retryPause?: string | object;
    };
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
