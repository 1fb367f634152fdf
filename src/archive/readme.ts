import type { Period } from "./format"

/** What an archive tells of itself to who opens it years later, in French and in English. */
export const readmeOf = ({ year, time_zone, from, to }: Period): string => `FRANÇAIS

Archive des comptes clients, année ${year} (fuseau ${time_zone} : de ${from} à ${to}, exclu).

Les fichiers (texte UTF-8 ; montants en unités de la devise ; instants en UTC)
  accounts.csv               les comptes clients
  entries.csv                toutes les écritures de l'année, compte par compte : tout ce que leur empreinte couvre
  receipts.csv               les encaissements et remboursements que nomment les écritures et les clôtures de l'année
  receipt_changes.csv        les corrections de moyen ou de référence de ces encaissements
  closings.csv               les clôtures de caisse, chacune avec ce qu'elle a compté
  cheque_deposits.csv        les bordereaux de remise de chèques de l'année
  cheque_deposit_lines.csv   leurs chèques
  changes.csv                qui a changé quel réglage, de quoi à quoi
  heads.json                 pour chaque compte : solde, nombre d'écritures et tête de chaîne, avant et à la fin
  clients.csv                les noms des clients        } tels qu'au moment de l'archive :
  allocations.csv            le lettrage                 } ils peuvent différer d'une archive
  settings.json              les réglages                } de la même année à l'autre
  manifest.json              taille et SHA-256 de chaque fichier, période, date de l'archive
  SHA256SUMS                 les mêmes empreintes, pour sha256sum

Un texte entre guillemets vides ("") est vide ; une case sans rien n'a pas de valeur. Un texte qu'un tableur lirait
comme une formule, ou qui commence par une apostrophe, porte une apostrophe devant lui.

Vérifier, sans la boutique ni sa base de données (Node.js 20 ou plus récent) :
  npx -p medusa-plugin-client-ledger medusa-client-ledger-verify archive-${year}.zip
  … archive-${year - 1}.zip archive-${year}.zip            les deux années se suivent-elles ?
  … --expect-head EMPREINTE                une tête recopiée d'un relevé imprimé
  … --expect-closing NUMÉRO=EMPREINTE      l'empreinte recopiée d'une clôture imprimée
Sans rien de tout cela : dézipper, puis  sha256sum -c SHA256SUMS
Les empreintes d'une archive se tiennent entre elles : seules celles qui sont imprimées ou gardées ailleurs prouvent que
tout n'a pas été refait. Gardez donc relevés et clôtures imprimés, et une copie de cette archive hors de la boutique.


ENGLISH

Archive of the clients' accounts, year ${year} (time zone ${time_zone}: from ${from} to ${to}, excluded).

The files (text, UTF-8; amounts in the currency's major unit; moments in UTC)
  accounts.csv               the clients' accounts
  entries.csv                all entries of the year, account by account: everything that their hash covers
  receipts.csv               the payments and pay-outs that entries and closings of the year name
  receipt_changes.csv        corrections of the method or reference of these
  closings.csv               the day's closings, each with what it counted
  cheque_deposits.csv        the deposit slips of the year
  cheque_deposit_lines.csv   their cheques
  changes.csv                who changed which setting, from what to what
  heads.json                 of each account: balance, number of entries and head of its chain, before and at the end
  clients.csv                the clients' names          } as they are when the archive is made:
  allocations.csv            what settles what           } they may differ from one archive
  settings.json              the settings                } of the same year to another
  manifest.json              size and SHA-256 of each file, the period, when it was made
  SHA256SUMS                 the same checksums, for sha256sum

A text of empty quotes ("") is empty; a cell with nothing has no value. A text that a spreadsheet would read as a
formula, or that begins with an apostrophe, has an apostrophe before it.

To check it, without the shop or its database (Node.js 20 or newer):
  npx -p medusa-plugin-client-ledger medusa-client-ledger-verify archive-${year}.zip
  … archive-${year - 1}.zip archive-${year}.zip            does the one year follow the other?
  … --expect-head HASH                     a head copied from a printed statement
  … --expect-closing NUMBER=HASH           the hash copied from a printed closing
Without any of it: unzip, then  sha256sum -c SHA256SUMS
The hashes of an archive hold each other: only those that are printed or kept elsewhere prove that not everything was
made anew. So keep printed statements and closings, and a copy of this archive outside the shop.

How the hashes are computed (SHA-256, lowercase hexadecimal)
  An entry: of the UTF-8 text of a JSON array, elements separated by a comma and a space: "client-ledger/1", the hash of
  the entry before it on its account (null for the first), id, account_id, currency_code, sequence, type, amount,
  balance_after, order_id, receipt_id, reverses_id, source_type, source_id, source_seq, note, value_date, actor_id,
  created_at. sequence and source_seq are numbers, a missing value is null, all others are strings, escaped as
  JSON.stringify does it.
  A closing: likewise of "client-closing/1", previous_hash, id, market, number, currency_code, day, opened_at, closed_at,
  opening_float, cash_left, received, paid_out, reversed, methods, cash_count, lines, orders, taxes, totals, chain_digest,
  note, actor_id. number and the columns methods to totals go in as they stand in the file. chain_digest is the hash of
  chain_heads as it stands in the file.
`
