import { type ReceiptFacts, receiptLetter } from "../receipt"
import { type ReminderFacts, reminderLetter } from "../reminder"
import { type StatementFacts, statementLetter } from "../statement"

/** French writes narrow spaces that don't break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ")

const WHO = { market: "Marché d’Orsay", client: "Camille Dupré", currency_code: "eur" }

describe("the mail of a receipt", () => {
  const facts: ReceiptFacts = {
    ...WHO,
    amount: "25",
    method: "cheque",
    reference: "0004217",
    value_date: "2026-11-24",
    orders: [
      { display_id: 12, amount: "20" },
      { display_id: 14, amount: "4.5" },
    ],
    other: "0.5",
    balance_after: "-7.6",
  }

  it("says how much, how, when, what for and what is left, in French", () => {
    const { subject, text } = receiptLetter(facts, "fr")
    expect(plain(subject)).toBe("Paiement reçu : 25,00 € – Marché d’Orsay")
    expect(plain(text)).toBe(
      [
        "Bonjour Camille Dupré,",
        "Nous avons bien reçu votre paiement de 25,00 € par chèque n° 0004217, en date du 24 novembre 2026. Merci.",
        "Il règle :",
        "- Commande n° 12 – 20,00 €\n- Commande n° 14 – 4,50 €\n- Solde antérieur – 0,50 €",
        "Après ce paiement, il reste 7,60 € à régler sur votre compte.",
        "Marché d’Orsay\n",
      ].join("\n\n")
    )
  })

  it("says it in English", () => {
    const { subject, text } = receiptLetter(facts, "en")
    expect(subject).toBe("Payment received: €25.00 – Marché d’Orsay")
    expect(text).toContain("€25.00 by cheque no. 0004217, dated 24 November 2026")
    expect(text).toContain("€7.60 is left to pay")
  })

  it("tells a settled account and a reserve from a debt", () => {
    expect(receiptLetter({ ...facts, balance_after: "0" }, "en").text).toContain("is settled")
    expect(receiptLetter({ ...facts, balance_after: "5" }, "en").text).toContain(
      "you have €5.00 in reserve"
    )
  })

  it("leaves out what there isn't: orders, a name, a market, a number that means nothing to the client", () => {
    const bare = { ...facts, orders: [], other: "0", client: null, market: null }
    const { subject, text } = receiptLetter({ ...bare, method: "online", reference: "pi_1" }, "en")
    expect(subject).toBe("Payment received: €25.00")
    expect(text).toMatch(/^Hello,\n/)
    expect(text).not.toMatch(/It pays|pi_1|null/)
  })

  it("writes a currency in its own digits", () => {
    const { subject } = receiptLetter({ ...facts, currency_code: "jpy", amount: "1200" }, "en")
    expect(subject).toContain("1,200")
    expect(subject).not.toContain(".00")
  })
})

describe("a reminder", () => {
  const facts: ReminderFacts = {
    ...WHO,
    overdue: "32.4",
    overdue_since: "2026-11-03",
    orders: [{ display_id: 12, ordered_on: "2026-10-27", open: "20" }],
    transfer: null,
  }

  it("lists what adds up to what is overdue, in French", () => {
    const { subject, text } = reminderLetter(facts, "fr")
    expect(plain(subject)).toBe("Rappel : 32,40 € à régler – Marché d’Orsay")
    expect(plain(text)).toContain("il reste 32,40 € à régler depuis le 3 novembre 2026.")
    expect(plain(text)).toContain(
      "- Commande n° 12 du 27 octobre 2026 – 20,00 €\n- Solde antérieur – 12,40 €"
    )
  })

  it("has no earlier balance where orders are all of it, in English", () => {
    const { text } = reminderLetter({ ...facts, overdue: "20" }, "en")
    expect(text).toContain("€20.00 has been due since 3 November 2026")
    expect(text).toContain("- Order no. 12 of 27 October 2026 – €20.00")
    expect(text).not.toContain("Earlier balance")
  })

  it("says how to pay by transfer, with the client's own reference, where the market has an IBAN", () => {
    const transfer = {
      account_holder: "Marché d’Orsay",
      iban: "FR7630006000011234567890189",
      reference: "RF340042",
    }
    expect(reminderLetter({ ...facts, transfer }, "fr").text).toContain(
      [
        "Vous pouvez régler par virement :",
        "- Titulaire – Marché d’Orsay\n- IBAN – FR76 3000 6000 0112 3456 7890 189\n- Référence, telle quelle – RF340042",
      ].join("\n\n")
    )
    expect(reminderLetter(facts, "en").text).not.toContain("IBAN")
  })

  it("says a debt without an order once", () => {
    const { text } = reminderLetter({ ...facts, orders: [] }, "fr")
    expect(plain(text)).toContain("il reste 32,40 € à régler depuis le 3 novembre 2026.")
    expect(text).not.toContain("Solde antérieur")
  })
})

describe("the mail of a statement", () => {
  const facts: StatementFacts = {
    ...WHO,
    from: "2026-01-01",
    to: "2026-11-24",
    opening_balance: "-12.4",
    closing_balance: "8",
  }

  it("says the period and both balances in words", () => {
    const letter = statementLetter(facts, "fr")
    expect(plain(letter.subject)).toBe(
      "Votre relevé de compte, du 1er janvier 2026 au 24 novembre 2026 – Marché d’Orsay"
    )
    expect(plain(letter.text)).toContain("- Avant le 1er janvier 2026 – 12,40 € à régler")
    expect(plain(letter.text)).toContain("- Au soir du 24 novembre 2026 – 8,00 € d’avance")
    expect(statementLetter({ ...facts, closing_balance: "0" }, "en").text).toContain(
      "At the end of 24 November 2026 – settled"
    )
  })
})

describe("any mail", () => {
  it("writes names as text, never as markup or as another header", () => {
    const hostile = {
      ...WHO,
      client: `<img src=x onerror="alert('1')"> & sons`,
      market: "Evil\r\nBcc: all@example.com",
      overdue: "5",
      overdue_since: null,
      orders: [],
      transfer: null,
    }
    const { subject, html, text } = reminderLetter(hostile, "en")
    expect(html).not.toContain("<img")
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; sons")
    expect(text).toContain(`Hello <img src=x onerror="alert('1')"> & sons,`)
    expect(subject).not.toMatch(/[\r\n]/)
  })
})
