"""The same line written in the usual way: form arguments, Twilio's validator and TwiML builder, an
ORM session that loads and saves a row. The thought is the same as ours."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Annotated

from fastapi import FastAPI, Form, HTTPException, Request, Response
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from twilio.request_validator import RequestValidator
from twilio.twiml.messaging_response import MessagingResponse

from benchmarks.texts import PATH, PUBLIC, TOKEN
from bot.conversation.message import Channel, Message
from bot.conversation.session import BLANK
from bot.inbox import decide
from bot.knowledge import read_knowledge
from bot.line import Line
from bot.settings import travelling_folder


class Base(DeclarativeBase):
    pass


class Talk(Base):
    __tablename__ = "talks"

    sender: Mapped[str] = mapped_column(primary_key=True)
    county: Mapped[str] = mapped_column(default="")
    count: Mapped[int] = mapped_column(default=0)


engine = create_engine(os.environ["NAIVE_DATABASE"])
Base.metadata.create_all(engine)
knowledge = read_knowledge(
    travelling_folder("content", "content"), travelling_folder("locales", "locales"), Line()
)
validator = RequestValidator(TOKEN)
app = FastAPI()


@app.post(PATH)
async def messages(
    request: Request,
    From: Annotated[str, Form()],  # noqa: N803
    Body: Annotated[str, Form()],  # noqa: N803
) -> Response:
    form = await request.form()
    signature = request.headers.get("x-twilio-signature", "")
    if not validator.validate(PUBLIC + PATH, form, signature):
        raise HTTPException(403)
    with Session(engine) as session:
        talk = session.get(Talk, From) or Talk(sender=From, count=0)
        reply = decide(Message(Body, datetime.now(UTC), Channel.SMS), BLANK, knowledge)
        talk.county = (reply.session.county if reply.session else None) or ""
        talk.count += 1
        session.add(talk)
        session.commit()
    answer = MessagingResponse()
    for text in reply.texts:
        answer.message(text.text)
    return Response(str(answer), media_type="text/xml")
