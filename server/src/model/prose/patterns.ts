import { isPassing, isWord, type Words } from './classify.ts';
import { conditions } from './conditions.ts';
import { documentFits, documentMeaning, isNonePublished, rememberDocument } from './find-document.ts';
import { applicantFits, applicantMeaning, carriedMeaning, nounMeaning, resultMeaning, verbMeaning } from './find-request.ts';
import { itemFits, itemMeaning } from './find-item.ts';
import { listedFits, listedItemMeaning, listedItemsFit, listedMeaning, listedReviewMeaning, listedReviewsFit } from './find-listed.ts';
import { caseFits, caseMeaning, headedFits, headedMeaning, outcomeFits, outcomeMeaning, rememberReview } from './find-review.ts';
import { isCase, isBlocked, wordsNear, type Found, type Site } from './site.ts';
import { applicationMeasures, applications, countMeasures, documentMeasures, patterns, type Measures, type Pattern, type PatternName } from './vocabulary.ts';

/** What only code can tell of a pattern; its order, words and conditions are in the phrases' data. */
interface Reader {
  /** Whether the words around a count are those of the pattern; without it one of its kinds must be named. */
  readonly fits?: (site: Site, near: number) => boolean;
  /** What the count counts; undefined where that is not certain. */
  readonly meaning: (site: Site, near: number) => Found | undefined;
}

const readers: Readonly<Record<PatternName, Reader>> = {
  listed: { fits: listedFits, meaning: listedMeaning },
  listedReviews: { fits: listedReviewsFit, meaning: listedReviewMeaning },
  listedItems: { fits: listedItemsFit, meaning: listedItemMeaning },
  item: { fits: itemFits, meaning: itemMeaning },
  fee: { meaning: itemMeaning },
  outcome: { fits: outcomeFits, meaning: outcomeMeaning },
  case: { fits: caseFits, meaning: caseMeaning },
  document: { fits: documentFits, meaning: documentMeaning },
  carried: { meaning: carriedMeaning },
  result: { meaning: resultMeaning },
  applicant: { fits: applicantFits, meaning: applicantMeaning },
  verb: { meaning: verbMeaning },
  headed: { fits: headedFits, meaning: headedMeaning },
  noun: { fits: ({ words, tail }) => words.isRequest || tail.isRequest, meaning: nounMeaning },
};

/** What a count counts by the first pattern that its words fit; undefined where that is not certain. */
export function find(site: Site): Found | undefined {
  const { tokens, at, words } = site;
  const isCut = words.last >= 0 && !isPassing(tokens, words.last, at) && !isNonePublished(site);
  if (isCut && !listedFits(site) && !listedReviewsFit(site) && !listedItemsFit(site)) {
    return undefined;
  }
  rememberReview(site);
  rememberDocument(site);
  const pattern = patterns.find((one) => readers[one.name].fits?.(site, one.near) ?? namesOne(one.kinds, wordsNear(site, one.near)));
  return pattern !== undefined && holds(pattern, site) ? readers[pattern.name].meaning(site, pattern.near) : undefined;
}

function namesOne(kinds: Pattern['kinds'], words: Words): boolean {
  return kinds.some((kind) => words.kinds.has(kind));
}

function holds({ blockedBy, near, measures, without, demands }: Pattern, site: Site): boolean {
  return (
    isMeasured[measures](site, near) &&
    !blockedBy.some((subject) => isBlocked(site, subject, near)) &&
    !namesOne(without, wordsNear(site, near)) &&
    demands.every((demand) => conditions[demand](site, near))
  );
}

const isMeasured: Readonly<Record<Measures, (site: Site, near: number) => boolean>> = {
  any: () => true,
  cases: isCase,
  documents: (site) => isCase(site) || documentMeasures.has(site.token.measure),
  money: ({ token }) => token.measure === '元',
  requests: (site, near) => {
    const { token, words } = site;
    const read = wordsNear(site, near);
    const isCounted = countMeasures.has(token.measure) || (applicationMeasures.has(token.measure) && namesApplications(site));
    return isCase(site) || (isCounted && read.quantities.length > 0 && (read.isRequest || words.isRequest));
  },
};

/** Whether requests are called so (政府信息公开申请), and not by what they are for (依申请公开). */
function namesApplications({ tokens, from, end }: Site): boolean {
  return tokens.slice(from, end).some((token) => isWord(token) && applications.some((noun) => token.word.roles.has('request') && token.word.text.endsWith(noun)));
}
