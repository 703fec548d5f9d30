# The bot in one file on a small base, as a user without rights. `docker build -t tarikh .`
ARG BUILD_IMAGE=rust:1.95-bookworm
ARG RUN_IMAGE=debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /tarikh
COPY . .
RUN cargo build --release --locked && mkdir /data

FROM ${RUN_IMAGE}
COPY --from=build /tarikh/target/release/tarikh /usr/local/bin/tarikh
COPY --from=build --chown=10001:10001 /data /data
ENV TARIKH_DATABASE_URL=sqlite:/data/tarikh.db
VOLUME /data
USER 10001:10001
ENTRYPOINT ["tarikh"]
CMD ["run"]
