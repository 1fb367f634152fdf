import type { Sql } from "./runner"
import type { LedgerProblem } from "./verify"

/** The journal has no gap, each of its pieces says what its entry says, and what bears one letter is settled. */
export async function wrongPieces(sql: Sql): Promise<LedgerProblem[]> {
  return sql(
    `select 'journal_gap' as kind, journal as id,
       'Journal ' || journal || ' in ' || currency_code || ': a number is missing' as message
     from client_journal_piece group by currency_code, journal having count(*) <> max(number)
     union all
     select 'piece_differs', p.id, 'Piece ' || p.journal || ' ' || p.number || ': it is not what its entries say'
     from client_journal_piece p cross join jsonb_array_elements(p.lines) line
     left join client_ledger_entry e on e.id = line->>'entry_id'
     where line->>'entry_id' is not null and e.amount is distinct from -(line->>'amount')::numeric
     union all
     select 'letter_differs', l.account_id, 'Account ' || l.account_id || ': what bears letter ' || l.code || ' is not settled'
     from client_journal_letter l join client_ledger_entry e on e.id = l.entry_id
     group by l.account_id, l.code having sum(e.amount) <> 0`
  )
}
