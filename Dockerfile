# The bot as one static binary in an image that holds nothing else. `docker build -t tarikh .`
# RUN_IMAGE may be any image of the same architecture, such as one with a shell to look around in.
ARG BUILD_IMAGE=rust:1.95-bookworm
ARG RUN_IMAGE=scratch

# What others wrote: built again only when Cargo.toml or Cargo.lock changes.
FROM ${BUILD_IMAGE} AS dependencies
WORKDIR /tarikh
# A named target keeps the flag from build scripts and macros, which cannot be static.
ENV RUSTFLAGS="-C target-feature=+crt-static"
COPY Cargo.toml Cargo.lock ./
RUN mkdir -p src benches/telegram && touch src/lib.rs benches/telegram/main.rs \
    && echo "fn main() {}" | tee src/main.rs > build.rs \
    && cargo build --release --locked --target "$(rustc -vV | sed -n 's/^host: //p')"

FROM dependencies AS build
COPY . .
# Copied files may be older than what was built of the empty ones above.
RUN find build.rs src -type f -exec touch {} + \
    && cargo build --release --locked --target "$(rustc -vV | sed -n 's/^host: //p')" \
    && mkdir -p /image/data /image/usr/local/bin \
    && cp target/*/release/tarikh /image/usr/local/bin/

FROM ${RUN_IMAGE} AS image
ARG REVISION=unknown
LABEL org.opencontainers.image.title="tarikh" \
      org.opencontainers.image.description="A Telegram bot that answers history questions from cited sources, in the asker's language" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"
COPY --from=build /image/usr /usr
COPY --from=build --chown=10001:10001 /image/data /data
ENV TARIKH_DATABASE_URL=sqlite:/data/tarikh.db
VOLUME /data
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["/usr/local/bin/tarikh", "health"]
ENTRYPOINT ["/usr/local/bin/tarikh"]
CMD ["run"]
