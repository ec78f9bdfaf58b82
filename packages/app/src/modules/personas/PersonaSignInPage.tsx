// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { Alert, Text } from '@backstage/ui';
import { useState } from 'react';
import { LogoFull } from '../nav/Logo';
import { chosenPersona } from './chosenPersona';
import { PersonaList } from './PersonaList';
import { PersonaSession } from './PersonaSession';
import { readPersonas } from './readPersonas';
import styles from './personas.module.css';

/** The demo's sign-in: choose who to be. The choice is kept until you sign out. */
export const PersonaSignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const config = useApi(configApiRef);
  const personas = readPersonas(config);
  const [chosen, setChosen] = useState(chosenPersona.get);

  const choose = (userRef: string) => {
    chosenPersona.set(userRef);
    setChosen(userRef);
  };
  const [leave] = useState(() => () => {
    chosenPersona.clear();
    setChosen(undefined);
  });

  if (chosen) {
    return (
      <PersonaSession
        userRef={chosen}
        onSignInSuccess={onSignInSuccess}
        onLeave={leave}
      />
    );
  }

  const organization = config.getOptionalString('organization.name');
  return (
    <main className={styles.page}>
      <LogoFull />
      <Text as="h1" variant="title-medium" weight="bold">
        Who would you like to be?
      </Text>
      <Text as="p" variant="body-large" color="secondary">
        {organization ? `Everybody at ${organization} is` : 'These people are'}{' '}
        made up, so there is no password. You can switch at any time, from the
        menu; each browser tab keeps its own person.
      </Text>
      {personas.length > 0 ? (
        <PersonaList personas={personas} onChoose={choose} />
      ) : (
        <Alert
          role="status"
          status="info"
          title="Nobody to sign in as"
          description="List people of your catalog under personas in app-config.yaml, each with a userRef and a title."
        />
      )}
    </main>
  );
};
