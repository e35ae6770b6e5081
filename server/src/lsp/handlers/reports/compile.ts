import { compilables, missingUnits, type Collection, type Compilable } from '../../../collection/index.ts';
import { compilableMethod, compileIntoMethod, compileMethod } from '../../compile-protocol.ts';
import { isWronglyDecoded } from '../../encoding.ts';
import { own } from '../../handler.ts';

/** By the names of all settings that are in force somewhere; what two of them name stands once. */
function allCompilables(collection: Collection): readonly Compilable[] {
  const all = collection.names().flatMap((names) => compilables(collection, names));
  return [...new Map(all.toReversed().map((one) => [`${one.organ} ${one.year}`, one])).values()].reverse();
}

export const compilable = own(compilableMethod, {
  empty: () => [],
  answer: (_, { together }) => allCompilables(together.collection).map(({ organ, year, units }) => ({
    organ, year, units: units.length,
    present: units.filter(({ located }) => located).length,
    missing: missingUnits(units).map(({ name }) => name),
  })),
});

export const compile = own(compileMethod, {
  empty: () => null,
  async answer({ organ, year, beside = '' }, { service, settings, together }) {
    const found = allCompilables(together.collection).find((one) => one.organ === organ && one.year === year);
    return found ? service.compileReport({ organ, year }, found.units, await settings.settingsOf(beside)) : null;
  },
});

export const compileInto = own(compileIntoMethod, {
  empty: () => null,
  answer({ uri, position }, { service, reportAt }) {
    const document = reportAt(uri);
    const compiled = document && service.compiledChanges(document, position);
    if (!document || !compiled) {
      return null;
    }
    const { version } = document;
    return isWronglyDecoded(document) ? { version, changes: [], remarks: [], wrongEncoding: true } : { version, ...compiled };
  },
});
