import { useState, type FormEvent } from "react"
import { Navigate, useSearchParams } from "react-router-dom"
import { Failure } from "../components/loading"
import { TextField } from "../components/text-field"
import { useCustomer, useLogIn } from "../hooks/session"
import { statusOf } from "../lib/errors"
import { words } from "../lib/words"

const w = words.session

/** Logs in, or registers; then on to where the client wanted to go. */
export const LogInScreen = () => {
  const [search] = useSearchParams()
  const [isNew, setNew] = useState(false)
  const customer = useCustomer()
  const logIn = useLogIn()
  const next = search.get("next") ?? "/"
  // Only a screen of this shop: an address from elsewhere starts with two slashes, or with a scheme.
  if (customer) return <Navigate to={/^\/(?!\/)/.test(next) ? next : "/"} replace />

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? "").trim()
    const login = { email: text("email"), password: String(form.get("password")) }
    const names = { first_name: text("first_name"), last_name: text("last_name") }
    logIn.mutate(isNew ? { ...login, ...names } : login)
  }
  return (
    <form className="card form" onSubmit={submit}>
      <h1>{isNew ? w.joining : w.welcome}</h1>
      {isNew && (
        <>
          <TextField name="first_name" label={w.firstName} autoComplete="given-name" />
          <TextField name="last_name" label={w.lastName} autoComplete="family-name" />
        </>
      )}
      <TextField name="email" label={w.email} type="email" autoComplete="email" />
      <TextField
        name="password"
        label={w.password}
        type="password"
        autoComplete={isNew ? "new-password" : "current-password"}
      />
      {logIn.error && <Failure error={inWords(logIn.error)} />}
      <button type="submit" className="button" disabled={logIn.isPending}>
        {isNew ? w.register : w.logIn}
      </button>
      <p className="hint centered">
        {isNew ? w.knownHere : w.newHere}{" "}
        <button
          type="button"
          className="link"
          onClick={() => {
            setNew(!isNew)
            logIn.reset()
          }}
        >
          {isNew ? w.logIn : w.register}
        </button>
      </p>
    </form>
  )
}

/** Medusa answers both with a 401: a password that is wrong, and an identity that is there already. */
function inWords(error: Error): Error {
  if (statusOf(error) !== 401) return error
  return new Error(/exist/i.test(error.message) ? w.taken : w.wrong)
}
