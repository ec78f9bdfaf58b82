// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Avatar,
  Badge,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { Persona } from './readPersonas';
import styles from './personas.module.css';

/** A card per persona; the whole card is the button. */
export const PersonaList = (props: {
  personas: Persona[];
  /** Marked as the one that you are. */
  current?: string;
  onChoose(userRef: string): void;
}) => (
  <ul className={styles.list}>
    {props.personas.map(({ userRef, name, title, team, hint }) => (
      <li key={userRef}>
        <Card
          className={styles.card}
          label={`${name}, ${title}`}
          aria-current={userRef === props.current ? 'true' : undefined}
          onPress={() => props.onChoose(userRef)}
        >
          <CardHeader>
            <Flex align="center" gap="3">
              <Avatar src="" name={name} size="large" purpose="decoration" />
              <Flex direction="column" gap="0.5">
                <Text variant="body-large" weight="bold">
                  {name}
                </Text>
                <Text color="secondary">{title}</Text>
              </Flex>
            </Flex>
          </CardHeader>
          <CardBody>{hint && <Text>{hint}</Text>}</CardBody>
          <CardFooter>
            <Flex gap="2">
              <Badge size="small">{team ? `Team: ${team}` : 'No team'}</Badge>
              {userRef === props.current && (
                <Badge size="small">This is you</Badge>
              )}
            </Flex>
          </CardFooter>
        </Card>
      </li>
    ))}
  </ul>
);
