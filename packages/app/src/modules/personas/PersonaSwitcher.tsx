// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useSidebarOpenState } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { RiUserSharedLine } from '@remixicon/react';
import { useState } from 'react';
import { chosenPersona } from './chosenPersona';
import { PersonaList } from './PersonaList';
import { readPersonas } from './readPersonas';
import styles from './personas.module.css';

/** Says who you are, in the sidebar, and lets you be somebody else on the same page. */
export const PersonaSwitcher = () => {
  const personas = readPersonas(useApi(configApiRef));
  const { isOpen: isSidebarOpen } = useSidebarOpenState();
  const [isChoosing, setChoosing] = useState(false);
  const current = chosenPersona.get();
  const name =
    personas.find(({ userRef }) => userRef === current)?.name ?? 'nobody';

  const become = (userRef: string) => {
    chosenPersona.set(userRef);
    // Everything on the page was fetched as the person before: start over.
    window.location.reload();
  };

  return (
    <>
      <button
        type="button"
        className={styles.switcher}
        // Open, the button is named by what it shows.
        aria-label={isSidebarOpen ? undefined : `${name}, switch persona`}
        aria-haspopup="dialog"
        onClick={() => setChoosing(true)}
      >
        <span className={styles.switcherIcon}>
          <RiUserSharedLine aria-hidden size={20} />
        </span>
        {isSidebarOpen && (
          <span className={styles.switcherText}>
            <strong>{name}</strong> <span>Switch persona</span>
          </span>
        )}
      </button>
      <Dialog isOpen={isChoosing} onOpenChange={setChoosing} width={960}>
        <DialogHeader>Who would you like to be?</DialogHeader>
        <DialogBody>
          <PersonaList
            personas={personas}
            current={current}
            onChoose={become}
          />
        </DialogBody>
      </Dialog>
    </>
  );
};
