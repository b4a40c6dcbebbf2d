import { useState } from 'preact/hooks';
import { useTitle, useWorld } from '../../state/world.ts';

/** Signing in with the token that `bondctl operator add` printed. */
export function SignInPage({ why }: { readonly why: string | null }) {
  const { session } = useWorld();
  const [token, setToken] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  useTitle('Sign in - bondctl');
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (isBusy || token.trim() === '') return;
    setIsBusy(true);
    void session.signIn(token.trim()).then(() => setIsBusy(false));
  };
  return (
    <main class="sign-in" id="main">
      <form class="sign-in-card" onSubmit={onSubmit}>
        <h1>
          <span class="brand-name">bondctl</span>
        </h1>
        <p class="soft">Bonds of the whole cluster, as the kernels see them.</p>
        {/* What keeps passwords asks for a name beside each. */}
        <input type="text" autocomplete="username" value="bondctl operator" readOnly hidden />
        <label for="token">Operator token</label>
        <input
          id="token"
          type="password"
          autocomplete="current-password"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
          aria-describedby="token-why token-help"
          aria-invalid={why !== null}
        />
        <p id="token-why" class="form-error" role="alert">
          {why}
        </p>
        <button type="submit" class="button button-main" aria-disabled={isBusy || token.trim() === ''}>
          {isBusy ? 'Signing in ...' : 'Sign in'}
        </button>
        <p id="token-help" class="soft">
          Whoever may use the controller's socket makes one:{' '}
          <code>bondctl operator add NAME --rights read</code>
        </p>
      </form>
    </main>
  );
}
