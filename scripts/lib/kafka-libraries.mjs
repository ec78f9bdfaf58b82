// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Kafka's libraries, fetched by Maven.
import fs from 'node:fs';
import path from 'node:path';
import { fetchWithMaven } from './java.mjs';

export const KAFKA = '4.4.0';
const LOGGING = '1.7.36';
const DEPENDENCY_PLUGIN =
  'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dev.fairway</groupId>
  <artifactId>test-broker</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${KAFKA}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-simple</artifactId>
      <version>${LOGGING}</version>
    </dependency>
  </dependencies>
</project>
`;

/** The folder with Kafka's libraries, fetched when they are not there. */
export function fetchKafka({ root }) {
  return fetchWithMaven({
    root,
    name: `kafka-${KAFKA}`,
    goals: folder => {
      const file = path.join(folder, 'pom.xml');
      fs.writeFileSync(file, pom);
      return [
        '-f',
        file,
        `${DEPENDENCY_PLUGIN}:copy-dependencies`,
        '-DincludeScope=runtime',
        `-DoutputDirectory=${folder}`,
      ];
    },
  });
}
