import { useLocation } from 'preact-iso';
import { spans } from '../look/rate-series.ts';
import { type RatesQuery, ratesAddress, readRatesQuery, spanNames } from '../look/rates-query.ts';
import { Choice } from './choice.tsx';

/** How rates are shown, as the address of the page says it. */
export const useRatesQuery = (): RatesQuery => readRatesQuery(useLocation().query);

/** Which way and which time; both stand in the address. */
export function RatesChoice() {
  const { path, route } = useLocation();
  const query = useRatesQuery();
  const change = (to: Partial<RatesQuery>) => route(ratesAddress(path, { ...query, ...to }), true);
  return (
    <div class="choices">
      <Choice
        label="Which way"
        choices={[
          { value: 'sent', text: 'Sent' },
          { value: 'received', text: 'Received' },
        ]}
        chosen={query.way}
        onChoose={(way) => change({ way })}
      />
      <Choice
        label="How long"
        choices={spanNames.map((span) => ({ value: span, text: spans[span].words }))}
        chosen={query.span}
        onChoose={(span) => change({ span })}
      />
    </div>
  );
}
