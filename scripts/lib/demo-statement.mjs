import { existsSync, writeFileSync } from "node:fs"
import { call } from "./admin-api.mjs"

/** The market's account in the settings of the demo. */
const IBAN = "FR1420041010050500013M02606"

/**
 * What the bank of the demo's market would send (camt.053), for whoever wants to match it in Customers → Bank: three clients pay what
 * they owe with their reference, one forgot it, another paid a round sum, and the market paid its rent. Made once.
 * @param accounts - who owes most first, as the API answers them; a balance below zero is owed
 */
export async function writeStatement(file, accounts, { url, token }) {
  const { bank_accounts } = await call(`${url}/admin/bank-accounts`, { token })
  if (!bank_accounts.length) {
    const body = { name: "Current account", number: IBAN, currency_code: "eur" }
    await call(`${url}/admin/bank-accounts`, { token, body })
  }
  if (existsSync(file)) return
  const owing = accounts.filter(
    ({ balance, currency_code }) => balance < 0 && currency_code === "eur"
  )
  const referenced = owing
    .slice(0, 3)
    .map((account) => transferOf(account, -account.balance, `VIR ${account.reference}`))
  const forgotten = owing
    .slice(3, 4)
    .map((account) => transferOf(account, -account.balance, "VIREMENT MARCHE"))
  const round = owing.slice(4, 5).map((account) => transferOf(account, 50, "PANIERS"))
  const rent = { amount: 120, way: "DBIT", name: "Mairie", text: "LOYER DE LA HALLE" }
  writeFileSync(file, statement([...referenced, ...forgotten, ...round, rent]))
}

const transferOf = ({ customer_name }, amount, text) => ({
  ...{ amount, way: "CRDT", name: customer_name ?? "", text },
})

const escaped = (text) => text.replace(/[<&]/g, (sign) => (sign === "<" ? "&lt;" : "&amp;"))

function statement(transfers) {
  const day = new Date().toISOString().slice(0, 10)
  const entries = transfers.map(({ amount, way, name, text }, n) => {
    const party = way === "CRDT" ? "Dbtr" : "Cdtr"
    return `      <Ntry>
        <Amt Ccy="EUR">${amount.toFixed(2)}</Amt><CdtDbtInd>${way}</CdtDbtInd><Sts>BOOK</Sts>
        <BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>
        <AcctSvcrRef>${day}-${n + 1}</AcctSvcrRef>
        <NtryDtls><TxDtls>
          <RltdPties><${party}><Nm>${escaped(name)}</Nm></${party}></RltdPties>
          <RmtInf><Ustrd>${escaped(text)}</Ustrd></RmtInf>
        </TxDtls></NtryDtls>
      </Ntry>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
  <BkToCstmrStmt>
    <Stmt>
      <Acct><Id><IBAN>${IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${entries.join("\n")}
    </Stmt>
  </BkToCstmrStmt>
</Document>
`
}
