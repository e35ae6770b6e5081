import fc from 'fast-check';

// Every property starts from the same seed, so that a run of the tests says something of the change at hand.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260) });
