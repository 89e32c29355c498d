--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: blobs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.blobs (
    sha256 text NOT NULL COLLATE pg_catalog."C",
    sha512 text NOT NULL COLLATE pg_catalog."C",
    md5 text COLLATE pg_catalog."C",
    sha1 text COLLATE pg_catalog."C",
    size bigint NOT NULL,
    location text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: deleted_packages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deleted_packages (
    registry_id text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: entries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entries (
    package_id text NOT NULL COLLATE pg_catalog."C",
    registry_id text NOT NULL COLLATE pg_catalog."C",
    part text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.files (
    package_id text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    registry_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    sha256 text NOT NULL COLLATE pg_catalog."C",
    created_at text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: index_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.index_files (
    registry_id text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    folder text NOT NULL COLLATE pg_catalog."C",
    part text COLLATE pg_catalog."C",
    sha256 text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: index_parts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.index_parts (
    registry_id text NOT NULL COLLATE pg_catalog."C",
    part text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL
);


--
-- Name: indexes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.indexes (
    registry_id text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    last_modified text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: kysely_migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);


--
-- Name: kysely_migration_lock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);


--
-- Name: organizations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organizations (
    id text NOT NULL COLLATE pg_catalog."C",
    slug text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    owner_id text NOT NULL COLLATE pg_catalog."C",
    created_at text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: packages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.packages (
    id text NOT NULL COLLATE pg_catalog."C",
    registry_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C",
    version_key text NOT NULL COLLATE pg_catalog."C",
    variant text NOT NULL COLLATE pg_catalog."C",
    metadata text NOT NULL COLLATE pg_catalog."C",
    created_at text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: registries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.registries (
    id text NOT NULL COLLATE pg_catalog."C",
    organization_id text NOT NULL COLLATE pg_catalog."C",
    slug text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    ecosystem text NOT NULL COLLATE pg_catalog."C",
    description text COLLATE pg_catalog."C",
    emoji text COLLATE pg_catalog."C",
    color text COLLATE pg_catalog."C",
    public integer NOT NULL,
    oidc_policy text COLLATE pg_catalog."C",
    team_ids text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    created_at text NOT NULL COLLATE pg_catalog."C",
    updated_at text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: released; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.released (
    location text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: secrets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.secrets (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: signing_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.signing_keys (
    registry_id text NOT NULL COLLATE pg_catalog."C",
    private_key text NOT NULL COLLATE pg_catalog."C",
    public_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tokens (
    id text NOT NULL COLLATE pg_catalog."C",
    digest text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    scopes text NOT NULL COLLATE pg_catalog."C",
    created_at text NOT NULL COLLATE pg_catalog."C",
    expires_at text COLLATE pg_catalog."C",
    last_used_at text COLLATE pg_catalog."C",
    organization_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    registry_id text COLLATE pg_catalog."C",
    from_settings integer NOT NULL
);


--
-- Name: uploads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.uploads (
    id text NOT NULL COLLATE pg_catalog."C",
    registry_id text NOT NULL COLLATE pg_catalog."C",
    expires_at text NOT NULL COLLATE pg_catalog."C",
    file_name text COLLATE pg_catalog."C",
    sha256 text COLLATE pg_catalog."C"
);


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    email text NOT NULL COLLATE pg_catalog."C",
    created_at text NOT NULL COLLATE pg_catalog."C"
);


--
-- Data for Name: blobs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f', '46665cb1647f1012b1bedfc1ca81b37e0cdf64fbfb68d4c07d3a6b4d099336e6ec79f48aa3867202b43d03df30f1951ff93d72a681c026744fc444bcab537bd6', NULL, NULL, 4288, 'f0/a9/f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f.285776ab510249498e122b4413b21c2a');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('0d187f078ca1c64a09f9813b53e713c6e6e8c0a98c227d75a767b0902b5ff672', 'f846e4703bcc748ce083c5ec693bb81168af208eaea174eccb027b786bec5e09fad33d276da4be5024c3e2114ae17d7d709dd5952f916eb84714f77b24490069', NULL, NULL, 978, '0d/18/0d187f078ca1c64a09f9813b53e713c6e6e8c0a98c227d75a767b0902b5ff672.59b0713e9f604b06816ef67b3a17e221');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('1dca5ed86b2f4299d748b63620fb2c956a585531d35160437eb932a3115a19ef', '99649d0d13ded72b60be96e7ab7064e3f10fab4733aa29263b44f1230b2d6c58b69fea57d2b3bc6a3fdc22e7a9dfaf93089ed24bbafc04318dd2bff0ce3230f9', NULL, NULL, 322, '1d/ca/1dca5ed86b2f4299d748b63620fb2c956a585531d35160437eb932a3115a19ef.a3be8295928d43dbb2244d0a6ddaac47');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('2cbbc702d2d0b30693f5cba31d9f1fbc8b94727795bddb6af8989b2729609375', 'e88ca459b9486752c5565f552675ca581711852587a38c836fb81e9cff55b671c52faabb6c7b0848e82b3bf84fb45bd07796d79b5831ac2b4e0d0c505e9699d4', NULL, NULL, 1368, '2c/bb/2cbbc702d2d0b30693f5cba31d9f1fbc8b94727795bddb6af8989b2729609375.39aba08e21f74cc99172d45808962b77');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('c1e246b505b7a3e250125af7823d3b928b190a90646dac7e691b3b6a9dcaf2cc', '1cc897f5f1ff8859dfcbe75c4d95146db9a962e59707884083b8d693d415b64de04b964cba535ce99aedfdd652d9b587668a639a6eb2a93b1c0a99957b5389cf', NULL, NULL, 336, 'c1/e2/c1e246b505b7a3e250125af7823d3b928b190a90646dac7e691b3b6a9dcaf2cc.d358200772a249af8468d8daad0ecaa9');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e', 'c3b5248e45c1c50f7ca4569753aa09dc5a898b0681558fcc0a090e6c8c56050ba8a33d6c52af57c9b18a9710081d9085f8d0040a3420e43d67552a7377e59723', NULL, NULL, 491, '13/69/13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e.98faf3d43b374ad59f824bfd448e38df');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('fa58c6b2bd2ec6a5b8775d1190ecacb51b6babfd8c8ef355d38ccc70bc79eba8', '6a45f0e80657f04d1fb03792e3b71ba48c280afd5399d6b66fdf1c18f6358886a3bd60fdd38dc7c6c4323478785feedadb54ecfe6b98d5967a1fba2004d0e082', NULL, NULL, 978, 'fa/58/fa58c6b2bd2ec6a5b8775d1190ecacb51b6babfd8c8ef355d38ccc70bc79eba8.d57c2a4ad7354f45a247eef2db7cc373');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('e80b6c42acd0e4296622f9943e84bd32da816b3eef16648e22d1adc2e317b0cf', 'd408859847da7b30ac45ab60985e9b5766358da011d9df36fe731a3a1b0488f5922af362ad48ab6752883ef0b06d675b8e9341b2f83188d35b04bffcd894ecfd', NULL, NULL, 491, 'e8/0b/e80b6c42acd0e4296622f9943e84bd32da816b3eef16648e22d1adc2e317b0cf.c7d88879e3c143639c98d76fc793652a');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e', '23273addc26ab799be28a413e5dae834b595f369b749fb621e1110b14c1db50a0cd96ee3edb6978e2d2007fabccb40cc3047813bba7f6cb47ae6954874261525', NULL, NULL, 4288, 'e6/42/e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e.6e55cc15d95c49c9929234552f2cb5ef');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('49ef7956809fa97b7a604c3f22cf185a854ed07e90062ba3071a1c3207acd310', '71730ddd7ad99b0f819e5ef660cf37cee1d8076653fb6a160548fdc92a26a20aa0302c795d726ab46a485cf9ea70def67e5a505ba602fc66018378cf4129294f', NULL, NULL, 1368, '49/ef/49ef7956809fa97b7a604c3f22cf185a854ed07e90062ba3071a1c3207acd310.30f6f905c2d54ca888b605433ac1e121');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('5c786f68d2e83d6cd8dbaf5ad87bfec2219e4a78dcd6350233a29213de3b9027', '10ac42743d70271eeed5efb0c09df54c16915a1fcee01c1b449e0589270b10d8d65e89f165b8faab05f42a6e9ba8752fbd3865b7b8a9e63fa57c01db955b6e23', NULL, NULL, 322, '5c/78/5c786f68d2e83d6cd8dbaf5ad87bfec2219e4a78dcd6350233a29213de3b9027.c322ad298b1d45408ade1fb91c039097');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('8104cfeba9ccb209ebba31a0c1b1a7e990a4aff0ddf744a8ba0ed55d3ebbda28', '09d6bfb96b95b2a674d679588c5e95dd622cb1057d025afcb2a7f3f2980830ea5c1d050fde4a340aa0519a5639dcecd6e0629fb7ab1b3852bf8caf227b96d023', NULL, NULL, 322, '81/04/8104cfeba9ccb209ebba31a0c1b1a7e990a4aff0ddf744a8ba0ed55d3ebbda28.ce1d15bcac384fc0a1304a4c0553b000');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29', 'ef4b970af9884fd416904fb6fc869a35ea2383095f384361df0aa0f23da102558ff6186a58c9baaa4cac23bbba7216fe348372d9a9d34bf34b4a2929ede13ae6', NULL, NULL, 470, '21/47/2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29.6a3303dd2366490fb3cd3847730fb0bd');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('a02e546fedeb6199d34eb6a50d6ad13d7db226dd5186a1a62641d69c188e1f43', 'f8d59b90d3c093d2e0e34c5547093418dc4e5f172d7f5d9c938c40e7978c0ac0b4f43011c6df5ea305a03c6eea2d406a434cdaccd88d18a0bb7bc925b5370f5c', NULL, NULL, 981, 'a0/2e/a02e546fedeb6199d34eb6a50d6ad13d7db226dd5186a1a62641d69c188e1f43.921febdd53294205a36cdeabe82ae6a3');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67', '7e2d2e1e74f55855a24fcb81bb26bc6b047795d1ec061188bf9ad33234fbd032b5bda2416cef7a7a4e780f9fe9d020d8f50e83997d7e9f21c6a16c1f310a3f02', NULL, NULL, 335, '48/2c/482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67.6d786435fc764c7e9d0859b5ff81614f');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1', '0cb582ea492e2359b004eef24d4ea59af2512925a9eea6aa6c80e7301c81c07f9f7f9bd72dfa6e992fc9688403f4d9a22b594e5a2a447b4279681185c9ded6e1', NULL, NULL, 4288, '58/41/58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1.5a1cbe7f6668420b9287e2be98b1058c');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('0fc9f11425c92f4b55e4bdc6bb23bbdaf81a27a17ff46044864cedde501b65e4', 'e4e0663a3bb25f5d5d6db11dae9a860aa0efa4011e5e559096b32e89a84fc1cdc63f2ab148f0239133764e23a91d0339ee31637013218ea5ce390cc0cc6b46c3', NULL, NULL, 1371, '0f/c9/0fc9f11425c92f4b55e4bdc6bb23bbdaf81a27a17ff46044864cedde501b65e4.14aec8a4f28948dbb94ce7a34c10464a');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0', '14ae34ffe68e1c9b6c42387d5f1408fc11dabffed76ee7495a53fca9e044fcc53c2ecbced56aba205f187e0a24f903f6d5e52a77d8aca66966e15f3a2e19b115', NULL, NULL, 982, '8b/50/8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0.96e7f5a02d7546ff9a62d85a338b86d8');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b', 'a62e5e41cae15e85f656306dcbb5dc85efc090a9ecfa7ea2c1c32f156440e07450cdb399cec296ffb0c595375ebf78c867ac954ea75977cd04d4e83ab6f88100', NULL, NULL, 4288, '4a/bd/4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b.53c7946e0be2459bab1dfb753ae234f4');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('0f4926fc5b112657ef497a7e2de4a25295ff9fc56b0104acc977a15d00b4dcbf', 'd971a5356e27e496315a6a5ab55717fca4bb0c2b1a8638f0c5935adaf7c3d25db493eaf8085002651cd7af68302e00b7dfabade2ca64336427e0be201cdd2074', NULL, NULL, 1374, '0f/49/0f4926fc5b112657ef497a7e2de4a25295ff9fc56b0104acc977a15d00b4dcbf.ec014ac4d6e34a209277c3b2809fd1ec');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be', 'ce930bf97e6dc2bd2d72d58998c9713e1eba142d2c747840ebb481ecfccce4c9df83bc382c1fc47ba5dc8a8d9df127f3a4595f0b1464df128e86131ff71b3645', NULL, NULL, 338, '27/f2/27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be.a89ca5cb86594793b06582037c6aefd4');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('3bea886e30463d500c6f06e1299ec3eb15f2d81cff9813aec864f86fede86e7d', '0313411e4a9175562acbc73e50ead1c22a5b0788d08740280f24e539e864f3566dc115babe6c0bcbb90eba0f33f4e5e96d61131d02f2bf10a4061478f20f3bad', NULL, NULL, 984, '3b/ea/3bea886e30463d500c6f06e1299ec3eb15f2d81cff9813aec864f86fede86e7d.6d7ccc12cfdb462bbb5f4ac8287f3535');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('77c7a13d9342b4002897888f5506ffe9eeab314b41611897a778232d2a70666e', 'c4c8a894674b4c3bb4d479b9c3f980393ec49365e5e9c920c22b96c07b634e4c928e3c8d3983ec1087b03ac29269c078eb74ffff387582d4d20f246a1c3b7b08', NULL, NULL, 322, '77/c7/77c7a13d9342b4002897888f5506ffe9eeab314b41611897a778232d2a70666e.225e232ed0734beab48f5854183fa062');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224', '716c527b5c074088e15eb7a93e2527076212762753f102ae1cc8a9eb2098b77765dd80bfe37845ef058daa208c62f46ada491e909df697dd348ca7d9fdbdddf7', NULL, NULL, 493, 'a9/4a/a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224.fefe9600f5fd4bb8b406a61d47f1a79c');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('d1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf', '849461cb54ecde577246aad993d1ecabb879913e353ae322561c7c57605f571e23210fe12bdcef49faa99b5b003611976ff64348f620968271e38bba1c7d7f62', NULL, NULL, 20, 'd1/11/d1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf.29480271127845b9869e376726bac60c');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e', NULL, NULL, 0, 'e3/b0/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855.1dc3428e37dc458e941a7e8d623def51');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662', 'd86c1d362b040b6143a9003c435f2b4cb37788ed77ab148b6fe6cedcb504f22f648ae5103a9c1d9635588bb7caf502cfd41a1ef505454d2c3a0ed79294809332', NULL, NULL, 893, 'a2/07/a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662.7092206c8de34287a680dae0e53b3c25');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793', 'eecceabb3ad1c761dd20a02dbcad31e1fee8aa6a63b5d98c7c88846bf60c98b660d3ca7e01a32cb586ca39754a442bd445e31156ed5613c147cb566d362e594b', NULL, NULL, 638, '86/83/8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793.ae2cbe59211c4aa59bad55db3be859a2');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab', '91540b3864492e09fda70e38d083aa8f6a584c251c705d64c64c983195ac16562330c8620f540dfd8e433a7f7dcda7f430e291d2103b2a0e5dbd8c9a7e24f59f', NULL, NULL, 861, 'aa/43/aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab.0cac8f340e674ae383b0e800664a1df9');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('0eb640545ee1c6c87f7d3d03041a763f467e3b01b907f90b384158379fe427d1', '24e18f444e4e13add8d7859102dfccfd766f2fee640aad01d41242f99623c6cd036605beac719e0acf9976196ac7ea113e01faf9ecd40077777c4009b6e3c3ec', NULL, NULL, 11, '0e/b6/0eb640545ee1c6c87f7d3d03041a763f467e3b01b907f90b384158379fe427d1.1e48070f051f40d8a9629c5ec8a7d71a');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883', '3d580d03ff9a7613c69c51e2088b27b638f0bbc4c38baf77d4f7366544b42ce82dbcbe2bbcde39a56b324a971dbb9b9e922104cc6444e7f9d8461159716f3c82', NULL, NULL, 21, '5e/40/5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883.5cb410db69194cf2824952ed26ecfc91');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('7520b9cf37faa3aa884b8d2a4ee74b6532cb27e158334c2e290d0ced5edb3d7c', '83e1a4e7eec19078ad69c5d63fd18f27acebb07a6a401737740e14b5ef09c672b1f2e197e5f432e2c752836ec4e4033fb43bbaea2fbbf3c733ac48213383b5e5', NULL, NULL, 18, '75/20/7520b9cf37faa3aa884b8d2a4ee74b6532cb27e158334c2e290d0ced5edb3d7c.80c137e7989640c899278486fd93d7be');


--
-- Data for Name: deleted_packages; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deleted_packages (registry_id, id) VALUES ('01a2280a-8c92-769b-9860-2ee10f69f5dd', '01a2280a-90d8-7797-a57c-2bb9ada5a03d');


--
-- Data for Name: entries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.entries (package_id, registry_id, part, name_key, text) VALUES ('01a2280a-8cea-722e-8bc4-f61618fa0fde', '01a2280a-8a89-74a2-a46e-76add0ba8199', 'amd64', 'banana', 'Package: banana
Version: 1.0
Architecture: amd64
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f/banana_1.0_amd64.deb
Size: 4288
SHA256: f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f
SHA512: 46665cb1647f1012b1bedfc1ca81b37e0cdf64fbfb68d4c07d3a6b4d099336e6ec79f48aa3867202b43d03df30f1951ff93d72a681c026744fc444bcab537bd6
');
INSERT INTO public.entries (package_id, registry_id, part, name_key, text) VALUES ('01a2280a-8d7c-7443-a8d4-e9ba28070026', '01a2280a-8a89-74a2-a46e-76add0ba8199', 'amd64', 'banana', 'Package: banana
Version: 1.1
Architecture: amd64
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e/banana_1.1_amd64.deb
Size: 4288
SHA256: e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e
SHA512: 23273addc26ab799be28a413e5dae834b595f369b749fb621e1110b14c1db50a0cd96ee3edb6978e2d2007fabccb40cc3047813bba7f6cb47ae6954874261525
');
INSERT INTO public.entries (package_id, registry_id, part, name_key, text) VALUES ('01a2280a-8df3-76a3-9c7c-8a2a4b4846c4', '01a2280a-8a89-74a2-a46e-76add0ba8199', 'arm64', 'banana', 'Package: banana
Version: 1.1
Architecture: arm64
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1/banana_1.1_arm64.deb
Size: 4288
SHA256: 58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1
SHA512: 0cb582ea492e2359b004eef24d4ea59af2512925a9eea6aa6c80e7301c81c07f9f7f9bd72dfa6e992fc9688403f4d9a22b594e5a2a447b4279681185c9ded6e1
');
INSERT INTO public.entries (package_id, registry_id, part, name_key, text) VALUES ('01a2280a-8f28-7169-87dc-3e3cc40b7d9c', '01a2280a-8a89-74a2-a46e-76add0ba8199', 'all', 'cherry', 'Package: cherry
Version: 2:3.0-1
Architecture: all
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b/cherry_3.0-1_all.deb
Size: 4288
SHA256: 4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b
SHA512: a62e5e41cae15e85f656306dcbb5dc85efc090a9ecfa7ea2c1c32f156440e07450cdb399cec296ffb0c595375ebf78c867ac954ea75977cd04d4e83ab6f88100
');
INSERT INTO public.entries (package_id, registry_id, part, name_key, text) VALUES ('01a2280a-8fa3-75c8-9686-ffc7f4c9952f', '01a2280a-8c7b-76ee-aaef-63c296dcf694', 'foo-bar', 'foo-bar', '{"filename":"foo_bar-1.0-py3-none-any.whl","sha256":"a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662","size":893,"version":"1.0","requiresPython":">=3.8","metadataSha256":"b2e6b74e75f3a128cf68f20dfe324fa3874e756b33c7a82ee8f3dd5fa70070b1"}');
INSERT INTO public.entries (package_id, registry_id, part, name_key, text) VALUES ('01a2280a-9064-7125-8db6-54a3eb96b71c', '01a2280a-8c7b-76ee-aaef-63c296dcf694', 'foo-bar', 'foo-bar', '{"filename":"foo_bar-1.1.tar.gz","sha256":"8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793","size":638,"version":"1.1"}');
INSERT INTO public.entries (package_id, registry_id, part, name_key, text) VALUES ('01a2280a-90a8-7474-8c21-a9c899dea2a4', '01a2280a-8c7b-76ee-aaef-63c296dcf694', 'demo', 'demo', '{"filename":"demo-1.0.0-py3-none-any.whl","sha256":"aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab","size":861,"version":"1.0.0","metadataSha256":"30c8b92a0411e54347e2208187d71a14f23012be5db3f6fb55566a2e6fbf0a0a"}');


--
-- Data for Name: files; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at) VALUES ('01a2280a-8cea-722e-8bc4-f61618fa0fde', 0, '01a2280a-8a89-74a2-a46e-76add0ba8199', 'banana_1.0_amd64.deb', 'f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f', '2026-11-29T16:01:49.802Z');
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at) VALUES ('01a2280a-8d7c-7443-a8d4-e9ba28070026', 0, '01a2280a-8a89-74a2-a46e-76add0ba8199', 'banana_1.1_amd64.deb', 'e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e', '2026-11-29T16:01:49.948Z');
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at) VALUES ('01a2280a-8df3-76a3-9c7c-8a2a4b4846c4', 0, '01a2280a-8a89-74a2-a46e-76add0ba8199', 'banana_1.1_arm64.deb', '58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1', '2026-11-29T16:01:50.067Z');
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at) VALUES ('01a2280a-8f28-7169-87dc-3e3cc40b7d9c', 0, '01a2280a-8a89-74a2-a46e-76add0ba8199', 'cherry_2:3.0-1_all.deb', '4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b', '2026-11-29T16:01:50.376Z');
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at) VALUES ('01a2280a-8fa3-75c8-9686-ffc7f4c9952f', 0, '01a2280a-8c7b-76ee-aaef-63c296dcf694', 'foo_bar-1.0-py3-none-any.whl', 'a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662', '2026-11-29T16:01:50.500Z');
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at) VALUES ('01a2280a-9064-7125-8db6-54a3eb96b71c', 0, '01a2280a-8c7b-76ee-aaef-63c296dcf694', 'foo_bar-1.1.tar.gz', '8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793', '2026-11-29T16:01:50.692Z');
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at) VALUES ('01a2280a-90a8-7474-8c21-a9c899dea2a4', 0, '01a2280a-8c7b-76ee-aaef-63c296dcf694', 'demo-1.0.0-py3-none-any.whl', 'aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab', '2026-11-29T16:01:50.760Z');
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at) VALUES ('01a2280a-90c4-74d9-b5e4-f85469f0ae46', 0, '01a2280a-8c92-769b-9860-2ee10f69f5dd', 'manual-2.0.0.txt', '5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883', '2026-11-29T16:01:50.788Z');
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at) VALUES ('01a2280a-9106-76f2-8298-431e366b267d', 0, '01a2280a-8c9d-77e4-9a9a-1e61c2cbf4a5', 'manual-2.0.0.txt', '5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883', '2026-11-29T16:01:50.854Z');


--
-- Data for Name: index_files; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', 'e80b6c42acd0e4296622f9943e84bd32da816b3eef16648e22d1adc2e317b0cf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', 'c1e246b505b7a3e250125af7823d3b928b190a90646dac7e691b3b6a9dcaf2cc');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/main/source/Sources', 'dists/any/main/source', NULL, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', NULL, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/Release', 'dists/any', NULL, '0d187f078ca1c64a09f9813b53e713c6e6e8c0a98c227d75a767b0902b5ff672');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/InRelease', 'dists/any', NULL, '2cbbc702d2d0b30693f5cba31d9f1fbc8b94727795bddb6af8989b2729609375');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, 'dists/any/Release.gpg', 'dists/any', NULL, '1dca5ed86b2f4299d748b63620fb2c956a585531d35160437eb932a3115a19ef');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', '8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', '2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/main/source/Sources', 'dists/any/main/source', NULL, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', NULL, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/Release', 'dists/any', NULL, 'fa58c6b2bd2ec6a5b8775d1190ecacb51b6babfd8c8ef355d38ccc70bc79eba8');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/InRelease', 'dists/any', NULL, '49ef7956809fa97b7a604c3f22cf185a854ed07e90062ba3071a1c3207acd310');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, 'dists/any/Release.gpg', 'dists/any', NULL, '5c786f68d2e83d6cd8dbaf5ad87bfec2219e4a78dcd6350233a29213de3b9027');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', '8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', '2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', '13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', '482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/main/source/Sources', 'dists/any/main/source', NULL, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', NULL, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/Release', 'dists/any', NULL, 'a02e546fedeb6199d34eb6a50d6ad13d7db226dd5186a1a62641d69c188e1f43');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/InRelease', 'dists/any', NULL, '0fc9f11425c92f4b55e4bdc6bb23bbdaf81a27a17ff46044864cedde501b65e4');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, 'dists/any/Release.gpg', 'dists/any', NULL, '8104cfeba9ccb209ebba31a0c1b1a7e990a4aff0ddf744a8ba0ed55d3ebbda28');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', '27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', '8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', '2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', '13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', '482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/main/source/Sources', 'dists/any/main/source', NULL, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', NULL, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/Release', 'dists/any', NULL, '3bea886e30463d500c6f06e1299ec3eb15f2d81cff9813aec864f86fede86e7d');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/InRelease', 'dists/any', NULL, '0f4926fc5b112657ef497a7e2de4a25295ff9fc56b0104acc977a15d00b4dcbf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, 'dists/any/Release.gpg', 'dists/any', NULL, '77c7a13d9342b4002897888f5506ffe9eeab314b41611897a778232d2a70666e');


--
-- Data for Name: index_parts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.index_parts (registry_id, part, revision) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 'amd64', 2);
INSERT INTO public.index_parts (registry_id, part, revision) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 'arm64', 3);
INSERT INTO public.index_parts (registry_id, part, revision) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 'all', 4);
INSERT INTO public.index_parts (registry_id, part, revision) VALUES ('01a2280a-8c7b-76ee-aaef-63c296dcf694', 'foo-bar', 2);
INSERT INTO public.index_parts (registry_id, part, revision) VALUES ('01a2280a-8c7b-76ee-aaef-63c296dcf694', 'demo', 3);


--
-- Data for Name: indexes; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.indexes (registry_id, revision, last_modified) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 1, '2026-11-29T16:01:49.000Z');
INSERT INTO public.indexes (registry_id, revision, last_modified) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 2, '2026-11-29T16:01:50.000Z');
INSERT INTO public.indexes (registry_id, revision, last_modified) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 3, '2026-11-29T16:01:51.000Z');
INSERT INTO public.indexes (registry_id, revision, last_modified) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', 4, '2026-11-29T16:01:52.000Z');


--
-- Data for Name: kysely_migration; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0001-accounts', '2026-11-29T16:01:48.736Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0002-packages', '2026-11-29T16:01:48.839Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0003-indexes', '2026-11-29T16:01:48.862Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0004-tokens', '2026-11-29T16:01:48.886Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0005-uploads', '2026-11-29T16:01:48.924Z');


--
-- Data for Name: kysely_migration_lock; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.kysely_migration_lock (id, is_locked) VALUES ('migration_lock', 0);


--
-- Data for Name: organizations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.organizations (id, slug, name, owner_id, created_at) VALUES ('01a2280a-898f-7169-9ee1-2c51604ce30a', 'acme', 'acme', '01a2280a-89a4-701b-a662-69e7a4de5d3c', '2026-11-29T16:01:48.943Z');


--
-- Data for Name: packages; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at) VALUES ('01a2280a-8cea-722e-8bc4-f61618fa0fde', '01a2280a-8a89-74a2-a46e-76add0ba8199', 'banana', 'banana', '1.0', '1.0', 'amd64', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"amd64","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:01:49.802Z');
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at) VALUES ('01a2280a-8d7c-7443-a8d4-e9ba28070026', '01a2280a-8a89-74a2-a46e-76add0ba8199', 'banana', 'banana', '1.1', '1.1', 'amd64', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"amd64","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:01:49.948Z');
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at) VALUES ('01a2280a-8df3-76a3-9c7c-8a2a4b4846c4', '01a2280a-8a89-74a2-a46e-76add0ba8199', 'banana', 'banana', '1.1', '1.1', 'arm64', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"arm64","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:01:50.067Z');
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at) VALUES ('01a2280a-8f28-7169-87dc-3e3cc40b7d9c', '01a2280a-8a89-74a2-a46e-76add0ba8199', 'cherry', 'cherry', '2:3.0-1', '2:3.0-1', 'all', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"all","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:01:50.376Z');
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at) VALUES ('01a2280a-8fa3-75c8-9686-ffc7f4c9952f', '01a2280a-8c7b-76ee-aaef-63c296dcf694', 'Foo.Bar', 'foo-bar', '1.0', '1', 'py3-none-any', '{"requires_python":">=3.8","summary":"Says its version"}', '2026-11-29T16:01:50.500Z');
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at) VALUES ('01a2280a-9064-7125-8db6-54a3eb96b71c', '01a2280a-8c7b-76ee-aaef-63c296dcf694', 'foo_bar', 'foo-bar', '1.1', '1.1', 'sdist', '{"summary":"Says its version"}', '2026-11-29T16:01:50.692Z');
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at) VALUES ('01a2280a-90a8-7474-8c21-a9c899dea2a4', '01a2280a-8c7b-76ee-aaef-63c296dcf694', 'demo', 'demo', '1.0.0', '1', 'py3-none-any', '{"summary":"Says its version"}', '2026-11-29T16:01:50.760Z');
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at) VALUES ('01a2280a-90c4-74d9-b5e4-f85469f0ae46', '01a2280a-8c92-769b-9860-2ee10f69f5dd', 'manual', 'manual', '2.0.0', '2.0.0', 'txt', '{}', '2026-11-29T16:01:50.788Z');
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at) VALUES ('01a2280a-9106-76f2-8298-431e366b267d', '01a2280a-8c9d-77e4-9a9a-1e61c2cbf4a5', 'manual', 'manual', '2.0.0', '2.0.0', 'txt', '{}', '2026-11-29T16:01:50.854Z');


--
-- Data for Name: registries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at) VALUES ('01a2280a-8c62-73c6-a4b1-1c5d41c24cd4', '01a2280a-898f-7169-9ee1-2c51604ce30a', 'open-debian', 'open debian', 'debian', 'For debian', NULL, NULL, 1, NULL, '[]', 0, '2026-11-29T16:01:49.666Z', '2026-11-29T16:01:49.666Z');
INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at) VALUES ('01a2280a-8c87-766d-910a-c272496b99f0', '01a2280a-898f-7169-9ee1-2c51604ce30a', 'open-python', 'open python', 'python', 'For python', NULL, NULL, 1, NULL, '[]', 0, '2026-11-29T16:01:49.703Z', '2026-11-29T16:01:49.703Z');
INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', '01a2280a-898f-7169-9ee1-2c51604ce30a', 'own-debian', 'own debian', 'debian', 'For debian', NULL, NULL, 0, NULL, '[]', 4, '2026-11-29T16:01:49.193Z', '2026-11-29T16:01:49.193Z');
INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at) VALUES ('01a2280a-8c7b-76ee-aaef-63c296dcf694', '01a2280a-898f-7169-9ee1-2c51604ce30a', 'own-python', 'own python', 'python', 'For python', NULL, NULL, 0, NULL, '[]', 3, '2026-11-29T16:01:49.691Z', '2026-11-29T16:01:49.691Z');
INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at) VALUES ('01a2280a-8c9d-77e4-9a9a-1e61c2cbf4a5', '01a2280a-898f-7169-9ee1-2c51604ce30a', 'open-files', 'open files', 'files', 'For files', NULL, NULL, 1, NULL, '[]', 1, '2026-11-29T16:01:49.725Z', '2026-11-29T16:01:49.725Z');
INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at) VALUES ('01a2280a-8c92-769b-9860-2ee10f69f5dd', '01a2280a-898f-7169-9ee1-2c51604ce30a', 'own-files', 'own files', 'files', 'For files', NULL, NULL, 0, NULL, '[]', 3, '2026-11-29T16:01:49.714Z', '2026-11-29T16:01:49.714Z');


--
-- Data for Name: released; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.released (location) VALUES ('0e/b6/0eb640545ee1c6c87f7d3d03041a763f467e3b01b907f90b384158379fe427d1.1e48070f051f40d8a9629c5ec8a7d71a');


--
-- Data for Name: secrets; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.secrets (name, value) VALUES ('uploads', 'TLHegaGuYtmFa5fjchDsa_0kWA4nkl3SFUvrnnUamSI');


--
-- Data for Name: signing_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.signing_keys (registry_id, private_key, public_key) VALUES ('01a2280a-8a89-74a2-a46e-76add0ba8199', '-----BEGIN PGP PRIVATE KEY BLOCK-----

xVgEaww+XRYJKwYBBAHaRw8BAQdAa71sfYhaho7fDzROEoVAnXp+NVshMizN
LaqHUW0EHeoAAPwPezeXisht1CxmbNv/qUaIU/Er+lZCGw/XX6pfoeKTJBDa
zTBhY21lL293bi1kZWJpYW4gPGxhcmRlckBvd24tZGViaWFuLmFjbWUuaW52
YWxpZD7CwBMEExYKAIUFgmsMPl0DCwkHCRDd4qeJ6awxmEUUAAAAAAAcACBz
YWx0QG5vdGF0aW9ucy5vcGVucGdwanMub3JnSq0d+gcLUF0xPEze0VulWo7T
xmOEnVQ/+tLm7sleC3wFFQoIDgwEFgACAQIZAQKbAwIeARYhBNBqnif7SFgd
/iTvQN3ip4nprDGYAAACQQEAuu5CHjAHh6dxIUB6m14x0Qicv2soyQB31yPW
PF+ZnxYA/jckdnAQQwkKqjYezYDotgM41e1R6Fb6G4oTzbx0GYQH
=fWYj
-----END PGP PRIVATE KEY BLOCK-----
', '-----BEGIN PGP PUBLIC KEY BLOCK-----

xjMEaww+XRYJKwYBBAHaRw8BAQdAa71sfYhaho7fDzROEoVAnXp+NVshMizN
LaqHUW0EHerNMGFjbWUvb3duLWRlYmlhbiA8bGFyZGVyQG93bi1kZWJpYW4u
YWNtZS5pbnZhbGlkPsLAEwQTFgoAhQWCaww+XQMLCQcJEN3ip4nprDGYRRQA
AAAAABwAIHNhbHRAbm90YXRpb25zLm9wZW5wZ3Bqcy5vcmdKrR36BwtQXTE8
TN7RW6VajtPGY4SdVD/60ubuyV4LfAUVCggODAQWAAIBAhkBApsDAh4BFiEE
0GqeJ/tIWB3+JO9A3eKniemsMZgAAAJBAQC67kIeMAeHp3EhQHqbXjHRCJy/
ayjJAHfXI9Y8X5mfFgD+NyR2cBBDCQqqNh7NgOi2AzjV7VHoVvobihPNvHQZ
hAc=
=fVKp
-----END PGP PUBLIC KEY BLOCK-----
');
INSERT INTO public.signing_keys (registry_id, private_key, public_key) VALUES ('01a2280a-8c62-73c6-a4b1-1c5d41c24cd4', '-----BEGIN PGP PRIVATE KEY BLOCK-----

xVgEaww+XRYJKwYBBAHaRw8BAQdA+weTtXNnq2dBq8VRlpqIad0ebzN8R/45
Hbg7z7i3V24AAP4xJe6+e4/t6fuEugLgR9bEdvYg+GsitgtKycvovHRE7hPW
zTJhY21lL29wZW4tZGViaWFuIDxsYXJkZXJAb3Blbi1kZWJpYW4uYWNtZS5p
bnZhbGlkPsLAEwQTFgoAhQWCaww+XQMLCQcJEBb+pd6CkZdORRQAAAAAABwA
IHNhbHRAbm90YXRpb25zLm9wZW5wZ3Bqcy5vcmdNf5R5JgnGYRY1bbyOggRH
Hc37QLW0S0agaHAaDZkV7wUVCggODAQWAAIBAhkBApsDAh4BFiEEkWRBAcdI
XVRlgi/fFv6l3oKRl04AAI4GAP9KCqenA2X5Vbqwp0QBWoWwcTUsXe8EWaAC
IF5ct0bRJgEAhhdAzKWiIcB6LbOdlU/EmQmIwXYKR0JmON4u4f3StAg=
=eAwj
-----END PGP PRIVATE KEY BLOCK-----
', '-----BEGIN PGP PUBLIC KEY BLOCK-----

xjMEaww+XRYJKwYBBAHaRw8BAQdA+weTtXNnq2dBq8VRlpqIad0ebzN8R/45
Hbg7z7i3V27NMmFjbWUvb3Blbi1kZWJpYW4gPGxhcmRlckBvcGVuLWRlYmlh
bi5hY21lLmludmFsaWQ+wsATBBMWCgCFBYJrDD5dAwsJBwkQFv6l3oKRl05F
FAAAAAAAHAAgc2FsdEBub3RhdGlvbnMub3BlbnBncGpzLm9yZ01/lHkmCcZh
FjVtvI6CBEcdzftAtbRLRqBocBoNmRXvBRUKCA4MBBYAAgECGQECmwMCHgEW
IQSRZEEBx0hdVGWCL98W/qXegpGXTgAAjgYA/0oKp6cDZflVurCnRAFahbBx
NSxd7wRZoAIgXly3RtEmAQCGF0DMpaIhwHots52VT8SZCYjBdgpHQmY43i7h
/dK0CA==
=mOR/
-----END PGP PUBLIC KEY BLOCK-----
');


--
-- Data for Name: tokens; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tokens (id, digest, description, scopes, created_at, expires_at, last_used_at, organization_id, user_id, registry_id, from_settings) VALUES ('01a2280a-89b0-71a0-a615-b577ebff2363', '4e9a6f9e7699fce7829bbc959468056bb4f1bd0d1963545f4168f5304f4c0aa7', 'Set by the operator', '["read_packages","write_packages","delete_packages","read_registries","write_registries","delete_registries","read_user","read_organizations","read_access_tokens","write_access_tokens"]', '2026-11-29T16:01:48.976Z', NULL, '2026-11-29T16:01:00.000Z', '01a2280a-898f-7169-9ee1-2c51604ce30a', '01a2280a-89a4-701b-a662-69e7a4de5d3c', NULL, 1);
INSERT INTO public.tokens (id, digest, description, scopes, created_at, expires_at, last_used_at, organization_id, user_id, registry_id, from_settings) VALUES ('01a2280a-9141-741d-8129-b7847d4395aa', '82306d834642ca32518deaf56fe38da65675d9a4d256c88b802553f8045b679e', 'for reading', '["read_packages"]', '2026-11-29T16:01:50.913Z', NULL, NULL, '01a2280a-898f-7169-9ee1-2c51604ce30a', '01a2280a-89a4-701b-a662-69e7a4de5d3c', '01a2280a-8c92-769b-9860-2ee10f69f5dd', 0);
INSERT INTO public.tokens (id, digest, description, scopes, created_at, expires_at, last_used_at, organization_id, user_id, registry_id, from_settings) VALUES ('01a2280a-9153-7061-8466-8555163827a2', '33d34750921b682a889a8cd09541d0e240876a2f979cd4e5b5eebb25124e6b21', 'for builds', '["read_packages","write_packages"]', '2026-11-29T16:01:50.931Z', NULL, NULL, '01a2280a-898f-7169-9ee1-2c51604ce30a', '01a2280a-89a4-701b-a662-69e7a4de5d3c', NULL, 0);


--
-- Data for Name: uploads; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.uploads (id, registry_id, expires_at, file_name, sha256) VALUES ('01a2280a-9160-7006-8e6a-cedaee55e866', '01a2280a-8c92-769b-9860-2ee10f69f5dd', '2026-11-29T17:01:50.945Z', 'waiting-1.0.0.txt', '7520b9cf37faa3aa884b8d2a4ee74b6532cb27e158334c2e290d0ced5edb3d7c');


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.users (id, name, email, created_at) VALUES ('01a2280a-89a4-701b-a662-69e7a4de5d3c', 'Owner of acme', 'owner@acme.invalid', '2026-11-29T16:01:48.943Z');


--
-- Name: blobs blobs_location_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blobs
    ADD CONSTRAINT blobs_location_key UNIQUE (location);


--
-- Name: blobs blobs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blobs
    ADD CONSTRAINT blobs_pkey PRIMARY KEY (sha256);


--
-- Name: deleted_packages deleted_packages_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deleted_packages
    ADD CONSTRAINT deleted_packages_key PRIMARY KEY (registry_id, id);


--
-- Name: entries entries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_pkey PRIMARY KEY (package_id);


--
-- Name: files files_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_key PRIMARY KEY (package_id, "position");


--
-- Name: files files_one_per_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_one_per_name UNIQUE (package_id, name);


--
-- Name: index_files index_files_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.index_files
    ADD CONSTRAINT index_files_key PRIMARY KEY (registry_id, revision, path);


--
-- Name: index_parts index_parts_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.index_parts
    ADD CONSTRAINT index_parts_key PRIMARY KEY (registry_id, part);


--
-- Name: indexes indexes_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indexes
    ADD CONSTRAINT indexes_key PRIMARY KEY (registry_id, revision);


--
-- Name: kysely_migration_lock kysely_migration_lock_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);


--
-- Name: kysely_migration kysely_migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);


--
-- Name: organizations organizations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_pkey PRIMARY KEY (id);


--
-- Name: organizations organizations_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_slug_key UNIQUE (slug);


--
-- Name: packages packages_one_per_variant; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.packages
    ADD CONSTRAINT packages_one_per_variant UNIQUE (registry_id, name_key, version_key, variant);


--
-- Name: packages packages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.packages
    ADD CONSTRAINT packages_pkey PRIMARY KEY (id);


--
-- Name: registries registries_one_per_slug; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registries
    ADD CONSTRAINT registries_one_per_slug UNIQUE (organization_id, slug);


--
-- Name: registries registries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registries
    ADD CONSTRAINT registries_pkey PRIMARY KEY (id);


--
-- Name: released released_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.released
    ADD CONSTRAINT released_pkey PRIMARY KEY (location);


--
-- Name: secrets secrets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.secrets
    ADD CONSTRAINT secrets_pkey PRIMARY KEY (name);


--
-- Name: signing_keys signing_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (registry_id);


--
-- Name: tokens tokens_digest_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_digest_key UNIQUE (digest);


--
-- Name: tokens tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_pkey PRIMARY KEY (id);


--
-- Name: uploads uploads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_pkey PRIMARY KEY (id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: entries_in_index_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entries_in_index_order ON public.entries USING btree (registry_id, part, name_key, package_id);


--
-- Name: files_by_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX files_by_digest ON public.files USING btree (sha256, registry_id, package_id);


--
-- Name: files_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX files_by_name ON public.files USING btree (registry_id, name, package_id);


--
-- Name: index_files_by_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX index_files_by_digest ON public.index_files USING btree (sha256, registry_id, folder, revision);


--
-- Name: packages_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX packages_by_age ON public.packages USING btree (registry_id, id);


--
-- Name: packages_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX packages_by_name ON public.packages USING btree (registry_id, name_key, id);


--
-- Name: registries_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX registries_by_age ON public.registries USING btree (organization_id, id);


--
-- Name: tokens_by_organization; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tokens_by_organization ON public.tokens USING btree (organization_id, registry_id, id);


--
-- Name: tokens_by_registry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tokens_by_registry ON public.tokens USING btree (registry_id, id);


--
-- Name: tokens_by_source; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tokens_by_source ON public.tokens USING btree (from_settings);


--
-- Name: uploads_by_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_by_digest ON public.uploads USING btree (sha256);


--
-- Name: uploads_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_by_expiry ON public.uploads USING btree (expires_at);


--
-- Name: uploads_by_registry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_by_registry ON public.uploads USING btree (registry_id);


--
-- Name: deleted_packages deleted_packages_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deleted_packages
    ADD CONSTRAINT deleted_packages_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: entries entries_package_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id) ON DELETE CASCADE;


--
-- Name: files files_package_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id) ON DELETE CASCADE;


--
-- Name: files files_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.blobs(sha256) ON DELETE RESTRICT;


--
-- Name: index_files index_files_of_index; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.index_files
    ADD CONSTRAINT index_files_of_index FOREIGN KEY (registry_id, revision) REFERENCES public.indexes(registry_id, revision) ON DELETE CASCADE;


--
-- Name: index_files index_files_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.index_files
    ADD CONSTRAINT index_files_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.blobs(sha256) ON DELETE RESTRICT;


--
-- Name: index_parts index_parts_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.index_parts
    ADD CONSTRAINT index_parts_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: indexes indexes_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indexes
    ADD CONSTRAINT indexes_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: organizations organizations_owner_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.users(id);


--
-- Name: packages packages_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.packages
    ADD CONSTRAINT packages_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: registries registries_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registries
    ADD CONSTRAINT registries_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: signing_keys signing_keys_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT signing_keys_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: tokens tokens_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;


--
-- Name: tokens tokens_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: tokens tokens_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: uploads uploads_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: uploads uploads_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.blobs(sha256) ON DELETE RESTRICT;


--
-- PostgreSQL database dump complete
--


